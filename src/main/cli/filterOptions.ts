/** Filter options: which sessions of a root, and in which order. `list` and `export` have the same ones. */
import type { Command } from 'commander'
import type { ExportQuery } from '../../shared/export/exportSelection'
import { eraIds } from '../../shared/rollout/eras'
import { rolloutForms } from '../../shared/rollout/formats'
import { archivedModes, sortKeys } from '../../shared/session/query'
import { instant, lastInstant, oneOf } from './options'

/** What commander makes of them. Options that were not given are absent, but for those with a default. */
export interface FilterOptions
  extends
    Pick<ExportQuery, 'sort' | 'ascending' | 'archived'>,
    Partial<Omit<ExportQuery, 'sort' | 'ascending' | 'archived' | 'version'>> {
  readonly codexVersion?: string
}

/** Adds the options to a command. */
export function addFilterOptions(command: Command): Command {
  return command
    .option('--sort <key>', 'created, updated or size', oneOf(sortKeys), 'created')
    .option('--ascending', 'smallest or oldest first', false)
    .option('--archived <mode>', 'include, only or exclude', oneOf(archivedModes), 'exclude')
    .option('--source <s>', 'only sessions of this source: cli, exec, vscode, …')
    .option('--cwd <path>', 'only sessions that ran in this folder')
    .option('--provider <p>', 'only sessions of this model provider')
    .option('--originator <o>', 'only sessions that this client started: codex_cli_rs, codex_exec, …')
    .option('--model <m>', 'only sessions whose first model was this one')
    .option('--codex-version <v>', 'only sessions that this version of Codex wrote')
    .option('--era <era>', `only files of one era: ${eraIds.join(', ')}`, oneOf(eraIds))
    .option('--form <form>', 'only files of one form: jsonl or jsonl.zst', oneOf(rolloutForms))
    .option('--damaged', 'only files with damage in their beginning or end; validate reads all of a file')
    .option('--name <text>', 'only sessions with this text in their name, in any case')
    .option('--since <time>', 'only sessions created at or after this time', instant)
    .option(
      '--until <time>',
      'only sessions created at or before this time; a day means all of it',
      lastInstant,
    )
    .option('--query <text>', 'only sessions with this text in name, preview, cwd, id or path, in any case')
}

/** Returns the query that the options ask for. */
export function toQuery(options: FilterOptions): ExportQuery {
  return {
    sort: options.sort,
    ascending: options.ascending,
    archived: options.archived,
    source: options.source ?? null,
    cwd: options.cwd ?? null,
    provider: options.provider ?? null,
    originator: options.originator ?? null,
    model: options.model ?? null,
    version: options.codexVersion ?? null,
    era: options.era ?? null,
    form: options.form ?? null,
    damaged: options.damaged ?? null,
    name: options.name ?? null,
    since: options.since ?? null,
    until: options.until ?? null,
    query: options.query ?? null,
  }
}
