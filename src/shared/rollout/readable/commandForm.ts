/** Command form: what a shell was asked to run, and whether it was to run outside the sandbox. */
import { badge, badgesBlock, fact, factOf, factsBlock, memberBlocks, textBlock } from './blocks'
import type { Fields } from './fields'
import { hasPatch, parsePatch } from './patchText'
import type { FlatBlock, ReadableBadge } from './readable'

/** Words after which a shell takes its script, so that the script can be shown as it was written. */
const shellFlags = new Set(['-c', '-lc', '-ic', '-lic', '-Command', '/c'])

/** Arguments of a call that runs a command: the command line, what it asked for, and everything else. */
export function commandBlocks(fields: Fields): readonly FlatBlock[] {
  return [
    ...badgesBlock(escalationBadges(fields)),
    ...commandOf(fields, 'cmd'),
    ...commandOf(fields, 'command'),
    ...factsBlock([
      ...factOf(fields, 'workdir', 'Folder'),
      ...factOf(fields, 'working_directory', 'Folder'),
      ...factOf(fields, 'timeout_ms', 'Time limit, ms'),
    ]),
    ...memberBlocks(fields),
  ]
}

/** A command line of a member, given as one text or as words. A patch within it is shown as one. */
export function commandOf(fields: Fields, key: string): readonly FlatBlock[] {
  const words = fields.texts(key)
  const line = words === null ? fields.text(key) : commandLine(words)
  if (line === null) return []
  const pointer = fields.at(key)
  const script = words === null ? line : (scriptOf(words) ?? words.at(-1) ?? '')
  const files = hasPatch(script) ? parsePatch(script, pointer) : null
  const shell = words !== null && scriptOf(words) !== null ? words.slice(0, -1).join(' ') : null
  return [
    ...textBlock('code', line, pointer, { label: 'Command', isAside: files !== null }),
    ...factsBlock(fact('Shell', shell, pointer)),
    ...(files === null
      ? []
      : [{ kind: 'diff' as const, label: 'Patch in the command', files, hiddenFiles: 0, pointer }]),
  ]
}

/** Words as one command line: the script of a shell as it stands, other words quoted where they need it. */
export function commandLine(words: readonly string[]): string {
  return scriptOf(words) ?? words.map(quoted).join(' ')
}

/** The script of `bash -lc SCRIPT` and its like; null for any other command. */
function scriptOf(words: readonly string[]): string | null {
  const isScript = words.length === 3 && shellFlags.has(words[1] ?? '')
  return isScript ? (words[2] ?? null) : null
}

function quoted(word: string): string {
  return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", String.raw`'\''`)}'`
}

/** What a call asked for beyond the sandbox; only the request is recorded, never the decision. */
export function escalationBadges(fields: Fields): readonly ReadableBadge[] {
  const permissions = fields.text('sandbox_permissions')
  const isEscalated = fields.flag('with_escalated_permissions')
  const detail = fields.text('justification')
  const pointer = fields.at('sandbox_permissions')
  const isPlain = permissions === null || permissions === 'use_default'
  const prefix = fields.texts('prefix_rule')
  const flag = isEscalated === true ? 'escalated' : null
  return [
    ...badge('Asked for', permissions, pointer, { tone: isPlain ? 'plain' : 'danger', detail }),
    ...badge('Asked for', flag, fields.at('with_escalated_permissions'), { tone: 'danger', detail }),
    ...(isPlain && flag === null ? badge('Reason', detail, fields.at('justification')) : []),
    ...badge('Always allow', prefix === null ? null : commandLine(prefix), fields.at('prefix_rule'), {
      tone: 'caution',
      detail: 'asked for as a rule',
    }),
  ]
}
