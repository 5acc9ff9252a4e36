/** Exempt paths: the members that a check has nothing to compare with, one by one, as dotted paths from the line. */

/** Numbers from which nothing else in the file is derived. */
export const singleNumber = anyOf([
  // Parts of the last answer: the sums are compared, and these stand in none.
  'payload.info.last_token_usage.cached_input_tokens',
  'payload.info.last_token_usage.reasoning_output_tokens',
  'payload.info.last_token_usage.cache_write_input_tokens',
  'payload.truncation_policy.limit',
  'payload.model_context_window',
  'payload.info.model_context_window',
  'payload.item.duration.nanos',
  'payload.item.duration.secs',
  'payload.item.exit_code',
  // Of a fork of a fork it may differ from the end of the base.
  'payload.forked_from_ordinal_exclusive',
  'payload.window_number',
  'payload.replacement_history_metadata.*.history_sequence',
  'payload.replacement_history_metadata.*.sampled_through_sequence',
])

/** Times and durations, which rules compare with the time of the line, and by how much they may differ unseen. */
export const looseTime: readonly { readonly path: RegExp; readonly within: number }[] = [
  {
    path: anyOf(['payload.started_at_ms', 'payload.completed_at_ms', 'payload.duration_ms']),
    within: 60_000,
  },
  { path: anyOf(['payload.started_at', 'payload.completed_at']), within: 60 },
]

/** Members that not every record of their type has. */
export const optionalMember = anyOf([
  'git',
  'git.*',
  'instructions',
  'id',
  'encrypted_content',
  'payload.id',
  'payload.phase',
  'payload.status',
  'payload.content',
  'payload.encrypted_content',
  'payload.item.phase',
  'payload.item.status',
  'payload.item.process_id',
  'payload.item.source',
  'payload.item.stdout',
  'payload.item.stderr',
  'payload.item.aggregated_output',
  'payload.item.exit_code',
  'payload.item.duration',
  'payload.item.raw_content',
  'payload.item.parsed_cmd',
  'payload.source',
  'payload.thread_source',
  'payload.model_provider',
  'payload.base_instructions',
  'payload.instructions',
  'payload.account_scoped',
  'payload.session_id',
  'payload.runtime_workspace_roots',
  'payload.context_window',
  'payload.context_window.*',
  'payload.history_mode',
  'payload.git',
  'payload.git.*',
  'payload.comp_hash',
  'payload.root_turn_id',
  'payload.turn_attribution',
  'payload.turn_attribution.*',
  'payload.started_at',
  'payload.completed_at',
  'payload.duration_ms',
  'payload.started_at_ms',
  'payload.completed_at_ms',
  'payload.model_context_window',
  'payload.info',
  'payload.thread_id',
  'payload.info.model_context_window',
  'payload.info.last_usage_includes_reasoning',
  'payload.info.*.cache_write_input_tokens',
  'payload.last_agent_message',
  'payload.collaboration_mode_kind',
  'payload.collaboration_mode',
  'payload.collaboration_mode.**',
  'payload.rate_limits',
  'payload.rate_limits.*',
  'payload.disabled_plugin_ids',
  'payload.approvals_reviewer',
  'payload.permission_profile',
  'payload.permission_profile.type',
  'payload.sandbox_policy.*',
  'payload.truncation_policy',
  'payload.truncation_policy.*',
  'payload.multi_agent_version',
  'payload.realtime_active',
  'payload.personality',
  'payload.summary',
  'payload.reason',
  'payload.images',
  'payload.local_images',
  'payload.text_elements',
  'payload.memory_citation',
  'payload.kind',
  'payload.stdout',
  'payload.stderr',
  'payload.turn_id',
  'payload.changes',
  'payload.changes.**',
  'payload.item.changes',
  'payload.item.changes.**',
  'payload.state.**',
  'payload.thread_settings.**',
  'payload.internal_chat_message_metadata_passthrough',
  'payload.internal_chat_message_metadata_passthrough.*',
  'payload.window_number',
  'payload.window_id',
  'payload.replacement_history.**',
  'payload.replacement_history_metadata',
  'payload.replacement_history_metadata.**',
  'payload.item.content.*.text_elements',
])

/** Objects whose members have whatever names a tool or a machine gives them. */
export const freeForm = anyOf([
  'payload.state.**',
  'payload.changes.**',
  'payload.item.changes.**',
  'payload.base_instructions.**',
])

/** `*` is one member, `**` any number of them. */
function anyOf(paths: readonly string[]): RegExp {
  const parts: Readonly<Record<string, string>> = { '*': '[^.]+', '**': '.+' }
  const patterns = paths.map((path) =>
    path
      .split('.')
      .map((part) => parts[part] ?? part)
      .join('\\.'),
  )
  return new RegExp(`^(?:${patterns.join('|')})$`)
}
