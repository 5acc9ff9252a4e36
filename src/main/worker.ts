/** Worker entry: one thread of the pool, the same in all three hosts. */
import { parentPort } from 'node:worker_threads'
import { serveTasks } from '../core/jobs/serveTasks'
import { nodeFileSystem } from '../core/platform/fileSystem'
import { taskTable } from '../core/taskTable'

if (parentPort === null) throw new Error('This file is started as a worker thread, not by itself.')
serveTasks(parentPort, taskTable, nodeFileSystem)
