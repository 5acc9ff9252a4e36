/** Command `serve`: the same interface in a browser, on loopback. */
import type { Command } from 'commander'
import { startWebHost } from '../web/webHost'
import { wholeNumber } from './options'
import type { CommandContext, ExitStatus } from './terminal'

interface ServeOptions {
  readonly root?: string
  readonly port: number
}

/** Adds the command. It runs until Ctrl-C, its ordinary end with status 0; exit status 3 when the port cannot be had. */
export function addServeCommand(program: Command, context: CommandContext): void {
  program
    .command('serve')
    .description('Serve the interface to a browser on this machine, and print its address. Ctrl-C ends it.')
    .argument('[path...]', 'rollout files and folders to open')
    .option('--root <dir>', 'the CODEX_HOME to read (default: $CODEX_HOME, else ~/.codex)')
    .option('--port <n>', 'port on 127.0.0.1; 0 takes any free one', wholeNumber(0, 65_535), 0)
    .action(async (paths: readonly string[], options: ServeOptions) => {
      context.finish(await serve(paths, options, context))
    })
}

async function serve(
  startPaths: readonly string[],
  { root, port }: ServeOptions,
  { createExplorer, rendererFolder, terminal }: CommandContext,
): Promise<ExitStatus> {
  const explorer = createExplorer({ host: 'web', root, startPaths })
  const interrupted = new Promise<void>((resolve) => {
    terminal.onInterrupt(() => {
      resolve()
    })
  })
  try {
    const host = await startWebHost({
      explorer,
      rendererFolder,
      port,
      dispatchOptions: {
        onBug(channel, thrown) {
          terminal.error(`rollscope: a bug in ${channel}: ${String(thrown)}\n`)
        },
      },
    })
    await terminal.out(`${host.address}\n`)
    await interrupted
    await host.close()
    return 0
  } catch (thrown) {
    const { code, message } = thrown as NodeJS.ErrnoException
    const reason =
      code === 'EADDRINUSE' ? `Port ${String(port)} is taken; --port 0 takes any free one.` : message
    terminal.error(`rollscope: the web host could not start. ${reason}\n`)
    return 3
  } finally {
    await explorer.dispose()
  }
}
