/**
 * Policy form: what the model was allowed to do. Values keep the names that Codex gives them; a tone says where nothing
 * stands between the model and the machine.
 */
import { badge, badgesBlock, factOf, factsBlock, fact, jsonBlock, memberBlocks, textOf } from './blocks'
import type { Fields } from './fields'
import type { FlatForm } from './form'
import type { Fact, FlatBlock, ReadableBadge, Tone } from './readable'

/** A `turn_context` record. */
export function turnContextForm(fields: Fields): FlatForm {
  return { title: 'Turn context', note: fields.text('model'), blocks: settingsBlocks(fields) }
}

/** A `thread_settings_applied` event. */
export function threadSettingsForm(fields: Fields): FlatForm {
  const settings = fields.object('thread_settings')
  return {
    title: 'Thread settings applied',
    note: settings?.text('model') ?? null,
    blocks: settings === null ? [] : settingsBlocks(settings),
  }
}

/** Policies as badges, the other settings as facts, instruction texts folded. */
function settingsBlocks(fields: Fields): readonly FlatBlock[] {
  const collaboration = fields.object('collaboration_mode')
  const network = fields.object('network')
  return [
    ...badgesBlock(policyBadges(fields)),
    ...factsBlock([
      ...factOf(fields, 'cwd', 'Folder'),
      ...rootFacts(fields),
      ...factOf(fields, 'model_provider_id', 'Provider'),
      ...factOf(fields, 'effort', 'Effort'),
      ...factOf(fields, 'reasoning_effort', 'Effort'),
      ...factOf(fields, 'summary', 'Reasoning summary'),
      ...factOf(fields, 'reasoning_summary', 'Reasoning summary'),
      ...factOf(fields, 'service_tier', 'Service tier'),
      ...factOf(fields, 'personality', 'Personality'),
      ...(collaboration === null ? [] : factOf(collaboration, 'mode', 'Collaboration mode')),
      ...(network === null ? [] : domainFacts(network)),
      ...factOf(fields, 'current_date', 'Date'),
      ...factOf(fields, 'timezone', 'Time zone'),
      ...factOf(fields, 'turn_id', 'Turn'),
      ...factOf(fields, 'root_turn_id', 'Root turn'),
    ]),
    ...instructionBlocks(fields),
  ]
}

const instructionKeys = [
  ['base_instructions', 'Base instructions'],
  ['developer_instructions', 'Developer instructions'],
  ['user_instructions', 'User instructions'],
] as const

function instructionBlocks(fields: Fields): readonly FlatBlock[] {
  return instructionKeys.flatMap(([key, label]) => textOf(fields, key, 'prose', { label, isAside: true }))
}

/** Approval, sandbox, network, permissions and reviewer, as far as they are recorded. */
export function policyBadges(fields: Fields): readonly ReadableBadge[] {
  return [
    ...approvalBadges(fields),
    ...sandboxBadges(fields),
    ...profileBadges(fields),
    ...reviewerBadges(fields),
  ]
}

function approvalBadges(fields: Fields): readonly ReadableBadge[] {
  const policy = fields.text('approval_policy')
  const pointer = fields.at('approval_policy')
  if (policy !== null) {
    return badge('Approval', policy, pointer, { tone: policy === 'never' ? 'danger' : 'plain' })
  }
  const granular = fields.object('approval_policy')
  const [key] = granular?.untaken() ?? []
  if (granular === null || key === undefined) return []
  const parts = granular.object(key)
  const detail = parts?.untaken().map((name) => `${name} ${parts.scalar(name) ?? '…'}`)
  return badge('Approval', key, pointer, { detail: detail?.join(', ') ?? null })
}

const sandboxTones: Readonly<Record<string, Tone>> = {
  'danger-full-access': 'danger',
  'external-sandbox': 'caution',
}

function sandboxBadges(fields: Fields): readonly ReadableBadge[] {
  const policy = fields.object('sandbox_policy')
  if (policy === null) return badge('Sandbox', fields.text('sandbox_policy'), fields.at('sandbox_policy'))
  // The tag was `mode` until 2025 and is `type` since.
  const type = policy.text('type') ?? policy.text('mode')
  const roots = policy.texts('writable_roots')
  const network = policy.scalar('network_access')
  const isOn = network === 'true' || network === 'enabled'
  const exclusions = ['exclude_tmpdir_env_var', 'exclude_slash_tmp'].filter(
    (key) => policy.flag(key) === true,
  )
  return [
    ...badge('Sandbox', type, policy.pointer, {
      tone: sandboxTones[type ?? ''] ?? 'plain',
      detail: exclusions.length === 0 ? null : exclusions.join(', '),
    }),
    ...badge('Network', network === null ? null : isOn ? 'on' : 'off', policy.at('network_access'), {
      tone: isOn ? 'caution' : 'plain',
    }),
    ...(roots ?? []).flatMap((root, index) =>
      badge('Writable', root, policy.at('writable_roots', index), {
        tone: root === '/' ? 'danger' : 'plain',
      }),
    ),
  ]
}

function profileBadges(fields: Fields): readonly ReadableBadge[] {
  const profile = fields.object('permission_profile')
  if (profile === null) return []
  const type = profile.text('type')
  const files = profile.object('file_system')
  const network = profile.text('network')
  return [
    ...badge('Permission profile', type, profile.pointer, {
      tone: type === 'disabled' ? 'danger' : 'plain',
      detail: type === 'disabled' ? 'full access' : null,
    }),
    ...badge('Files', files?.text('type') ?? null, profile.at('file_system'), { detail: entriesText(files) }),
    ...badge('Network', network, profile.at('network'), {
      tone: network === 'enabled' ? 'caution' : 'plain',
    }),
  ]
}

/** Entries of a file system profile: `root read, /home/ana/app write`. */
function entriesText(files: Fields | null): string | null {
  const entries = files?.objects('entries') ?? []
  const texts = entries.map((entry) => {
    const path = entry.object('path')
    const value = path?.object('value')
    const name = path?.text('path') ?? value?.text('kind') ?? path?.text('value') ?? path?.text('type')
    path?.text('type')
    return `${name ?? entry.text('path') ?? '…'} ${entry.text('access') ?? ''}`.trim()
  })
  return texts.length === 0 ? null : texts.join(', ')
}

function reviewerBadges(fields: Fields): readonly ReadableBadge[] {
  const reviewer = fields.text('approvals_reviewer')
  const requested = fields.text('requested_approvals_reviewer')
  return badge('Reviewer', reviewer, fields.at('approvals_reviewer'), {
    tone: reviewer === 'user' ? 'plain' : 'caution',
    detail: requested === null || requested === reviewer ? null : `${requested} was asked for`,
  })
}

function rootFacts(fields: Fields): readonly Fact[] {
  return ['workspace_roots', 'runtime_workspace_roots'].flatMap((key) =>
    (fields.texts(key) ?? []).flatMap((root, index) => fact('Workspace root', root, fields.at(key, index))),
  )
}

function domainFacts(network: Fields): readonly Fact[] {
  const list = (key: string, label: string): readonly Fact[] =>
    fact(label, network.texts(key)?.join(', ') ?? null, network.at(key))
  return [...list('allowed_domains', 'Allowed domains'), ...list('denied_domains', 'Denied domains')]
}

/** A `world_state` record: everything it holds, by its names. */
export function worldStateForm(fields: Fields): FlatForm {
  const isFull = fields.flag('full')
  const state = fields.object('state')
  const permissions = state?.object('permissions') ?? null
  const prefixes = permissions?.value('approved_command_prefixes')
  return {
    title: 'World state',
    note: isFull === null ? null : isFull ? 'full snapshot' : 'changes only',
    blocks: [
      ...(Array.isArray(prefixes) && prefixes.length > 0
        ? jsonBlock(prefixes, permissions?.at('approved_command_prefixes') ?? '', {
            label: 'Approved command prefixes: commands that were allowed without asking again',
          })
        : []),
      ...(permissions === null
        ? []
        : factsBlock(factOf(permissions, 'instructions', 'Permission instructions (hash)'))),
      ...(state === null ? [] : memberBlocks(state)),
    ],
  }
}
