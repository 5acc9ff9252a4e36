/** Start CLI: what the two command-line entries, `cli` and `serve`, share. */
import { composeExplorer, describeProduct } from '../product'
import { runCli } from './runCli'
import { processTerminal } from './terminal'

/**
 * Runs `argv` as a command of the product whose built entries lie in `entryFolder`, and sets the exit status. A bug
 * ends with 3 too: 1 would say that a rollout is damaged.
 */
export async function startCli(entryFolder: string, argv: readonly string[]): Promise<void> {
  try {
    const product = describeProduct(entryFolder)
    process.exitCode = await runCli(argv, {
      terminal: processTerminal(),
      version: product.version,
      rendererFolder: product.rendererFolder,
      createExplorer: (choice) => composeExplorer(product, { host: 'cli', ...choice }),
    })
  } catch (bug) {
    const text = bug instanceof Error ? (bug.stack ?? bug.message) : String(bug)
    process.stderr.write(`rollscope: a bug in Rollscope, nothing was changed:\n${text}\n`)
    process.exitCode = 3
  }
}
