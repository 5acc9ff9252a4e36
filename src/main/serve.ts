/** Local web host: the command `serve` as an entry of its own, for `npm start` and for tests. */
import { startCli } from './cli/startCli'

await startCli(import.meta.dirname, ['serve', ...process.argv.slice(2)])
