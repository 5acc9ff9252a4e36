/** Run CLI: parses the command line, runs one command and answers its exit status. */
import { Command, CommanderError } from 'commander'
import { addExportCommand } from './export'
import { addHistoryCommand } from './history'
import { addListCommand } from './list'
import { addRulesCommand } from './rules'
import { addServeCommand } from './serve'
import { addShowCommand } from './show'
import type { CommandContext, ExitStatus } from './terminal'
import { addValidateCommand } from './validate'

/** Runs `argv` (without node and script). Wrong usage is printed and answered with 2; bugs reject. */
export async function runCli(
  argv: readonly string[],
  parts: Omit<CommandContext, 'finish'>,
): Promise<ExitStatus> {
  let status: ExitStatus = 0
  const context: CommandContext = {
    ...parts,
    finish(reported) {
      status = reported
    },
  }
  const printed: Promise<void>[] = []
  const program = new Command('rollscope')
    .description('Reads the session files that Codex CLI writes. Nothing that it reads is changed.')
    .version(parts.version)
    .exitOverride()
    .configureOutput({
      writeOut: (text) => void printed.push(parts.terminal.out(text)),
      writeErr: (text) => {
        parts.terminal.error(text)
      },
    })
    .showHelpAfterError('(--help tells more)')
    .addHelpText(
      'after',
      '\nExit status: 0 fine, 1 findings of severity error, 2 wrong usage, 3 input/output error or something not read (wins over 1),' +
        '\n130 after Ctrl-C (serve: 0).',
    )
  addListCommand(program, context)
  addShowCommand(program, context)
  addValidateCommand(program, context)
  addExportCommand(program, context)
  addHistoryCommand(program, context)
  addRulesCommand(program, context)
  addServeCommand(program, context)
  try {
    await program.parseAsync(argv, { from: 'user' })
    return status
  } catch (thrown) {
    if (!(thrown instanceof CommanderError)) throw thrown
    return thrown.exitCode === 0 ? 0 : 2
  } finally {
    await Promise.all(printed)
  }
}
