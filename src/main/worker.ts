/** Worker entry: runs the tasks of core in a thread of their own. */
import { parentPort } from 'node:worker_threads'
import { serveTasks } from '../core/jobs/serveTasks'
import { nodeFileSystem } from '../core/platform/fileSystem'
import { taskTable } from '../core/taskTable'

if (parentPort === null) throw new Error('worker.js runs as a worker thread only')
serveTasks(parentPort, taskTable, nodeFileSystem)
