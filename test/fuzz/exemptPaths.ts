/** Exempt paths: the members that a check has nothing to compare with, one by one, as dotted paths from the line. */

/** Numbers from which nothing else in the file is derived. */
export const singleNumber = anyOf([
  'payload.completed_at_ms',
  'payload.started_at_ms',
  'payload.truncation_policy.limit',
  'payload.model_context_window',
  'payload.info.model_context_window',
])

/** Members that not every record of their type has. */
export const optionalMember = anyOf([
  'payload.id',
  'payload.item.phase',
  'payload.source',
  'payload.git',
  'payload.comp_hash',
  'payload.collaboration_mode_kind',
  'payload.rate_limits.limit_name',
  'payload.collaboration_mode.mode',
  'payload.collaboration_mode.settings',
  'payload.disabled_plugin_ids',
])

function anyOf(paths: readonly string[]): RegExp {
  const patterns = paths.map((path) => path.replaceAll('.', '\\.').replaceAll('*', '[^.]+'))
  return new RegExp(`^(?:${patterns.join('|')})$`)
}
