/** Task table: everything a worker can be asked to do, by name. */
import { checkTargetTask } from './exporter/checkTarget'
import { removeDraftTask } from './exporter/draftName'
import { reportTask } from './exporter/exportReport'
import { exportTask } from './exporter/runExport'
import { surveyTask } from './exporter/survey'
import { filterTask } from './filter/filterTask'
import { matchRowsTask } from './filter/matchRows'
import { checkHomeTask } from './home/checkHome'
import type { AnyTask } from './jobs/task'
import { lineageTask } from './lineage/lineageTask'
import { headsTask } from './lister/readHeads'
import { walkTask } from './lister/walk'
import { historyPlanTask } from './reader/history'
import { historyPageTask } from './reader/historyPages'
import { indexTask, locateTask } from './reader/indexTasks'
import { bytesTask } from './reader/readBytes'
import { lineTask } from './reader/readLine'
import { windowTask } from './reader/readWindow'
import { compareContent, prepareContent } from './source/content'
import { inspectTask } from './source/inspectPaths'
import { checkTask } from './validator/checkRollout'
import { checkFilesTask } from './validator/runs/checkFiles'
import { measureFilesTask } from './validator/runs/measureFiles'
import { spoolFilesTask } from './validator/runs/spoolFiles'

const tasks: readonly AnyTask[] = [
  inspectTask,
  prepareContent,
  compareContent,
  walkTask,
  headsTask,
  indexTask,
  windowTask,
  lineTask,
  bytesTask,
  locateTask,
  checkTask,
  checkFilesTask,
  spoolFilesTask,
  measureFilesTask,
  checkHomeTask,
  surveyTask,
  checkTargetTask,
  exportTask,
  removeDraftTask,
  reportTask,
  filterTask,
  matchRowsTask,
  historyPlanTask,
  historyPageTask,
  lineageTask,
]

export const taskTable: ReadonlyMap<string, AnyTask> = new Map(tasks.map((task) => [task.name, task]))
