/** Command `rules`: the catalogue of what `validate` looks for. */
import type { Command } from 'commander'
import { toSafeJson } from '../../shared/safeJson'
import { describeError } from './options'
import type { CommandContext, ExitStatus } from './terminal'

/** Adds the command. */
export function addRulesCommand(program: Command, context: CommandContext): void {
  program
    .command('rules')
    .description('List the rules that validate checks: id, severity, and what each means.')
    .option('--json', 'print one JSON document')
    .action(async (options: { readonly json?: boolean }) => {
      context.finish(await rules(options.json === true, context))
    })
}

async function rules(json: boolean, { createExplorer, terminal }: CommandContext): Promise<ExitStatus> {
  const explorer = createExplorer({})
  try {
    const answer = await explorer.handlers['rule:list']({})
    if (!answer.ok) {
      terminal.error(describeError(answer.error))
      return 3
    }
    const catalogue = answer.value.rules
    if (json) {
      const rows = catalogue.map((rule) => `\n${toSafeJson(rule)}`).join(',')
      await terminal.out(`{"rules":[${rows}\n]}\n`)
      return 0
    }
    for (const rule of catalogue) {
      const codex = rule.codex === null ? '' : `  Codex: ${rule.codex}\n`
      await terminal.out(
        `${rule.id}  (${rule.severity})\n  ${rule.title}\n  ${rule.explanation}\n${codex}` +
          `  Remedy: ${rule.remedy}\n  Source: ${rule.source}\n  Example: ${rule.example}\n\n`,
      )
    }
    return 0
  } finally {
    await explorer.dispose()
  }
}
