/** Meta form: which session this is, where it ran, under which CLI, and what it was told. */
import { badge, badgesBlock, fact, factOf, factsBlock, jsonBlock, textOf } from './blocks'
import type { Fields } from './fields'
import type { FlatForm } from './form'
import type { Fact, FlatBlock } from './readable'

/** A `session_meta` payload, or the opening line of a bare file. */
export function sessionMetaForm(fields: Fields): FlatForm {
  const git = fields.object('git')
  const version = fields.text('cli_version')
  return {
    title: 'Session meta',
    note: version === null ? null : `Codex ${version}`,
    blocks: [
      ...badgesBlock([
        ...badge('Source', sourceText(fields), fields.at('source')),
        ...badge('History', fields.text('history_mode'), fields.at('history_mode')),
        ...badge('Memory', fields.text('memory_mode'), fields.at('memory_mode')),
      ]),
      ...factsBlock(identityFacts(fields), 'Session'),
      ...factsBlock(lineageFacts(fields), 'Where it comes from'),
      ...(git === null ? [] : factsBlock(gitFacts(git), 'Git')),
      ...instructionBlocks(fields),
      ...listBlocks(fields),
    ],
  }
}

function identityFacts(fields: Fields): readonly Fact[] {
  return [
    ...factOf(fields, 'id', 'Id'),
    ...factOf(fields, 'timestamp', 'Started'),
    ...factOf(fields, 'cwd', 'Folder'),
    ...(fields.texts('runtime_workspace_roots') ?? []).flatMap((root, index) =>
      fact('Workspace root', root, fields.at('runtime_workspace_roots', index)),
    ),
    ...factOf(fields, 'originator', 'Client'),
    ...factOf(fields, 'model_provider', 'Provider'),
    ...factOf(fields, 'thread_source', 'Thread source'),
    ...factOf(fields, 'agent_nickname', 'Agent'),
    ...factOf(fields, 'agent_role', 'Agent role'),
    ...factOf(fields, 'agent_path', 'Agent path'),
    ...factOf(fields, 'account_scoped', 'Account scoped'),
    ...factOf(fields, 'creator_user_id', 'Created by user'),
    ...factOf(fields, 'creator_account_id', 'Created by account'),
  ]
}

function lineageFacts(fields: Fields): readonly Fact[] {
  const base = fields.object('history_base')
  return [
    ...factOf(fields, 'session_id', 'Root thread'),
    ...factOf(fields, 'parent_thread_id', 'Parent thread'),
    ...factOf(fields, 'forked_from_id', 'Forked from'),
    ...factOf(fields, 'forked_from_ordinal_exclusive', 'Forked before ordinal'),
    ...(base === null ? [] : factOf(base, 'thread_id', 'History begins in rollout')),
    ...(base === null ? [] : factOf(base, 'end_ordinal_exclusive', 'up to ordinal, exclusive')),
    ...(base === null ? [] : factOf(base, 'end_byte_offset', 'up to byte')),
  ]
}

function gitFacts(git: Fields): readonly Fact[] {
  return [
    ...factOf(git, 'branch', 'Branch'),
    ...factOf(git, 'commit_hash', 'Commit'),
    ...factOf(git, 'repository_url', 'Repository'),
  ]
}

function instructionBlocks(fields: Fields): readonly FlatBlock[] {
  const base = fields.object('base_instructions')
  const provenance = base?.object('provenance') ?? null
  return [
    ...textOf(fields, 'instructions', 'prose', { label: 'Instructions', isAside: true }),
    ...textOf(fields, 'base_instructions', 'prose', { label: 'Base instructions', isAside: true }),
    ...(base === null ? [] : textOf(base, 'text', 'prose', { label: 'Base instructions', isAside: true })),
    ...(provenance === null
      ? []
      : factsBlock([
          ...factOf(provenance, 'type', 'Base instructions for'),
          ...factOf(provenance, 'model', 'Model'),
        ])),
  ]
}

function listBlocks(fields: Fields): readonly FlatBlock[] {
  const tools = fields.has('dynamic_tools') ? fields.value('dynamic_tools') : undefined
  return jsonBlock(tools ?? undefined, fields.at('dynamic_tools'), { label: 'Dynamic tools', isAside: true })
}

/** A source is a word, or an object whose only key says what kind it is. */
function sourceText(fields: Fields): string | null {
  const source = fields.object('source')
  if (source === null) return fields.text('source')
  const [kind] = source.untaken()
  if (kind === undefined) return null
  const inner = source.object(kind)
  if (inner === null) return `${kind} ${source.scalar(kind) ?? ''}`.trim()
  const [name] = inner.untaken()
  const detail = name === undefined ? null : inner.object(name)
  const facts = detail?.untaken().flatMap((key) => {
    const text = detail.scalar(key)
    return text === null ? [] : [`${key} ${text}`]
  })
  if (name !== undefined && detail === null) inner.scalar(name)
  return [kind, name, ...(facts ?? [])].filter(Boolean).join(' ')
}
