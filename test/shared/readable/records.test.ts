import { describe, it } from 'vitest'
import { check, checkLine } from './readableText'

const message = (role: string, ...texts: string[]): object => ({
  type: 'message',
  role,
  content: texts.map((text) => ({ type: 'input_text', text })),
})

describe('messages', () => {
  // SPEC inspector/messages
  it('tell what a person typed from what Codex wrote', () => {
    check('response_item', message('user', 'do it'), ['User message', 'prose "do it"'])
    check('response_item', message('user', '<environment_context>x'), [
      'User message (written by Codex, not typed by a person · environment context)',
      'prose aside environment context: "<environment_context>x"',
    ])
    check('response_item', message('developer', '<permissions instructions>x'), [
      'Developer message (permission instructions)',
      'prose aside permission instructions: "<permissions instructions>x"',
    ])
    check('response_item', message('developer', '<permissions instructions>x', '<apps_instructions>y'), [
      'Developer message (permission instructions)',
      'prose aside permission instructions: "<permissions instructions>x"',
      'prose aside apps_instructions: "<apps_instructions>y"',
    ])
    check(
      'response_item',
      {
        ...message('user', 'Findings: none'),
        id: 'msg_1',
        internal_chat_message_metadata_passthrough: {
          turn_id: 't1',
          content_item_metadata: [{ provenance: { type: 'harness' } }],
        },
      },
      [
        'User message (written by Codex, not typed by a person · recorded as written by harness)',
        'prose aside "Findings: none"',
        'Turn = t1',
        'left: id',
      ],
    )
    const typed = { content_item_metadata: [{ provenance: { type: 'user' } }] }
    check(
      'response_item',
      { ...message('user', '<skill> is what?'), internal_chat_message_metadata_passthrough: typed },
      ['User message (recorded as written by user)', 'prose "<skill> is what?"'],
    )
    const both = [{ provenance: { type: 'harness' } }, { provenance: { type: 'user' } }]
    check(
      'response_item',
      {
        ...message('user', 'a file', 'read it'),
        internal_chat_message_metadata_passthrough: { content_item_metadata: both },
      },
      ['User message (recorded as written by harness, user)', 'prose "a file"', 'prose "read it"'],
    )
    const kinds = { content_item_kinds: ['environments.environment_context'] }
    check(
      'response_item',
      { ...message('user', 'now: 5'), internal_chat_message_metadata_passthrough: kinds },
      [
        'User message (written by Codex, not typed by a person)',
        'prose aside "now: 5"',
        'left: internal_chat_message_metadata_passthrough.content_item_kinds',
      ],
    )
    check('response_item', { type: 'message', role: 'assistant', phase: 'final_answer', content: [] }, [
      'Assistant message (final answer)',
    ])
    check(
      'event_msg',
      { type: 'user_message', message: 'hi', kind: 'plain', images: [], local_images: ['/a.png'] },
      ['User message (plain)', 'prose "hi"', 'plain note: File, named and not opened: /a.png'],
    )
  })

  it('show reasoning by its summary, or say that it is encrypted', () => {
    check('response_item', { type: 'reasoning', summary: [], encrypted_content: 'gAAAÄ' }, [
      'Reasoning',
      'plain note: No summary is recorded.',
      'plain note: Encrypted by the model provider: 6 bytes, not readable.',
    ])
    check(
      'response_item',
      { type: 'reasoning', summary: [{ type: 'summary_text', text: 'why' }], content: null },
      ['Reasoning (summary)', 'prose "why"', 'left: content'],
    )
  })

  it('show parts of a type that is not known by their members', () => {
    check('response_item', { type: 'message', role: 'user', content: [{ type: 'hologram', depth: 3 }] }, [
      'User message',
      '[Part hologram] plain',
      'depth = 3',
    ])
  })
})

describe('session meta', () => {
  // SPEC inspector/readable
  it('shows identity, lineage and git, and folds instructions', () => {
    check(
      'session_meta',
      {
        id: 'a',
        cwd: '/w',
        cli_version: '0.169.0',
        source: { subagent: { thread_spawn: { parent_thread_id: 'p', depth: 1 } } },
        git: { branch: 'main' },
        base_instructions: { text: 'be kind', provenance: { type: 'model', model: 'm' } },
        history_base: { thread_id: 'b', end_ordinal_exclusive: 3, end_byte_offset: 9 },
        tomorrow: { x: 1 },
      },
      [
        'Session meta (Codex 0.169.0)',
        '[Source subagent thread_spawn parent_thread_id p depth 1] plain',
        'Id = a',
        'Folder = /w',
        'History begins in rollout = b',
        'up to ordinal, exclusive = 3',
        'up to byte = 9',
        'Branch = main',
        'prose aside Base instructions: "be kind"',
        'Base instructions for = model',
        'Model = m',
        'left: tomorrow',
      ],
    )
    checkLine({ id: 'a', timestamp: '2025-08-25T21:06:52.427Z', instructions: null, git: {} }, [
      'Session meta',
      'Id = a',
      'Started = 2025-08-25T21:06:52.427Z',
      'left: instructions',
    ])
    checkLine({ record_type: 'state' }, ['State'])
  })
})

describe('settings', () => {
  // SPEC inspector/policies
  it('show policies as badges, of every era', () => {
    check(
      'turn_context',
      {
        cwd: '/w',
        approval_policy: 'never',
        model: 'm',
        sandbox_policy: { mode: 'danger-full-access' },
        summary: 'auto',
      },
      [
        'Turn context (m)',
        '[Approval never] danger',
        '[Sandbox danger-full-access] danger',
        'Folder = /w',
        'Reasoning summary = auto',
      ],
    )
    check(
      'turn_context',
      {
        approval_policy: { granular: { rules: true, mcp_elicitations: false } },
        sandbox_policy: {
          type: 'workspace-write',
          network_access: true,
          writable_roots: ['/a'],
          exclude_slash_tmp: true,
        },
        permission_profile: {
          type: 'managed',
          file_system: {
            type: 'restricted',
            entries: [{ path: { type: 'special', value: { kind: 'root' } }, access: 'read' }],
          },
          network: 'restricted',
        },
        approvals_reviewer: 'auto_review',
      },
      [
        'Turn context',
        '[Approval granular] plain rules true, mcp_elicitations false',
        '[Sandbox workspace-write] plain exclude_slash_tmp',
        '[Network on] caution',
        '[Writable /a] plain',
        '[Permission profile managed] plain',
        '[Files restricted] plain root read',
        '[Network restricted] plain',
        '[Reviewer auto_review] caution',
      ],
    )
    check(
      'event_msg',
      {
        type: 'thread_settings_applied',
        thread_settings: { model: 'm', permission_profile: { type: 'disabled' } },
      },
      ['Thread settings applied (m)', '[Permission profile disabled] danger full access'],
    )
  })

  it('show what the model was told of its surroundings', () => {
    check(
      'world_state',
      { full: false, state: { model: 'm', permissions: { approved_command_prefixes: [['git', 'status']] } } },
      [
        'World state (changes only)',
        'code Approved command prefixes: commands that were allowed without asking again: "[\\n  [\\n    \\"git\\",\\n    \\"status\\"\\n  ]\\n]"',
        'model = m',
      ],
    )
  })
})

describe('usage', () => {
  // SPEC inspector/usage
  it('stands in a table, with the limits of the account', () => {
    const usage = { input_tokens: 1201, cached_input_tokens: 800, total_tokens: 1246 }
    check(
      'event_msg',
      {
        type: 'token_count',
        info: {
          total_token_usage: usage,
          last_token_usage: { input_tokens: 1 },
          model_context_window: 258400,
        },
        rate_limits: {
          primary: { used_percent: 12.5, window_minutes: 300, resets_at: 1795160554 },
          secondary: { used_percent: 1, window_minutes: 10080, resets_in_seconds: 5 },
        },
      },
      [
        'Token count',
        'Last request | Session so far',
        'Input | 1 | 1,201',
        'of it cached |  | 800',
        'Total |  | 1,246',
        'Context window = 258400',
        'First limit = 12.5 % used of 5 hours',
        'First limit resets at = 2026-11-20T07:42:34Z',
        'Second limit = 1 % used of 7 days',
        'Second limit resets in = 5 s',
      ],
    )
    check(
      'event_msg',
      {
        type: 'token_count',
        info: null,
        rate_limits: { primary_used_percent: 3, primary_window_minutes: 7 },
      },
      [
        'Token count',
        'plain note: No usage is recorded on this line.',
        'First limit = 3 % used of 7 minutes',
        'left: info',
      ],
    )
    check(
      'token_usage_record',
      { usage: { total_tokens: 2 }, response_id: 'r', thread_token_usage: { total_tokens: 9 } },
      ['Token usage record', 'This response | Thread', 'Total | 2 | 9', 'Response = r'],
    )
  })
})
