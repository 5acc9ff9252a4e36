/** Start CLI: what the two command-line entries, `cli` and `serve`, share. */
import { composeExplorer, describeProduct } from '../product'
import { runCli } from './runCli'
import { processTerminal } from './terminal'

/** Runs `argv` as a command of the product whose built entries lie in `entryFolder`, and sets the exit status. */
export async function startCli(entryFolder: string, argv: readonly string[]): Promise<void> {
  const product = describeProduct(entryFolder)
  process.exitCode = await runCli(argv, {
    terminal: processTerminal(),
    version: product.version,
    rendererFolder: product.rendererFolder,
    createExplorer: (choice) => composeExplorer(product, { host: 'web', ...choice }),
  })
}
