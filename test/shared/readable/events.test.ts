import { describe, expect, it } from 'vitest'
import { clipReadable, windowLimits } from '../../../src/shared/rollout/readable/clipReadable'
import { toReadable } from '../../../src/shared/rollout/readable/toReadable'
import { linesOfEveryType } from '../../support/linesOfEveryType'
import { check, checkLine, readableText } from './readableText'

const item = (of: object): object => ({ type: 'item_completed', turn_id: 't', item: of })

describe('events', () => {
  // SPEC inspector/events
  it('tell of turns', () => {
    check(
      'event_msg',
      { type: 'task_started', turn_id: 't', started_at: 1795159469, model_context_window: 5 },
      ['Turn started', 'Turn = t', 'Started = 2026-11-20T07:24:29Z', 'Context window = 5'],
    )
    check(
      'event_msg',
      {
        type: 'task_complete',
        last_agent_message: null,
        error: { message: 'busy', codex_error_info: 'other' },
        duration_ms: 9,
      },
      [
        'Turn failed',
        '[Error other] caution',
        'prose "busy"',
        'Duration, ms = 9',
        'left: last_agent_message',
      ],
    )
    check('event_msg', { type: 'turn_aborted', reason: 'interrupted' }, [
      'Turn aborted',
      '[Reason interrupted] caution',
    ])
    check('event_msg', { type: 'thread_rolled_back', num_turns: 2 }, [
      'Thread rolled back',
      'plain note: The last 2 turns were taken out of the history. The lines are still in the file.',
    ])
  })

  it('never tell what took some time as nothing', () => {
    const ended = { type: 'exec_command_end', command: ['ls'], duration: { secs: 0, nanos: 1083 } }
    check('event_msg', ended, ['Command result', 'code Command: "ls"', 'Duration = 0.000001083 s'])
    check('event_msg', { ...ended, duration: { secs: 0, nanos: 0 } }, [
      'Command result',
      'code Command: "ls"',
      'Duration = 0 s',
    ])
  })

  it('round a length of time before they divide it into minutes', () => {
    const ended = { type: 'exec_command_end', command: ['ls'], duration: { secs: 119, nanos: 700000000 } }
    check('event_msg', ended, ['Command result', 'code Command: "ls"', 'Duration = 2 min 0 s'])
  })

  it('tell how commands, patches and calls ended', () => {
    check(
      'event_msg',
      {
        type: 'exec_command_end',
        call_id: 'c',
        command: ['bash', '-lc', 'npm test'],
        exit_code: 2,
        status: 'failed',
        aggregated_output: 'no\n',
        stdout: 'no\n',
        stderr: 'other',
        duration: { secs: 3, nanos: 120000000 },
      },
      [
        'Command result',
        '[Exit code 2] caution',
        '[Status failed] caution',
        'code Command: "npm test"',
        'Shell = bash -lc',
        'Duration = 3.12 s',
        'terminal "no\\n"',
        'plain note: stdout is the same text as the output above.',
        'terminal aside stderr: "other"',
        'Call = c',
      ],
    )
    const changes = {
      '/a': { type: 'update', unified_diff: '@@ -1 +1 @@\n-x\n+y\n', move_path: '/b' },
      '/c': { type: 'delete', content: 'gone' },
    }
    const diff = [
      'update /a → /b +1 -1',
      '  hunk @@ -1 +1 @@',
      '  delete x',
      '  add y',
      'delete /c +0 -1',
      '  delete gone',
      '  note \\ No newline at end of file',
    ]
    check('event_msg', { type: 'patch_apply_end', success: false, changes, stderr: 'no' }, [
      'Patch result',
      '[Status failed] caution not applied',
      ...diff,
      'terminal stderr: "no"',
    ])
    check('event_msg', item({ type: 'FileChange', id: 'i', status: 'completed', changes }), [
      'Patch result (completed item)',
      '[Status completed] plain',
      ...diff,
      'Call = i',
      'Turn = t',
    ])
    const result = { content: [{ type: 'text', text: 'answer' }], isError: true }
    const called = { server: 'demo', tool: 'lookup', arguments: { q: 'x' } }
    const ended = [
      'MCP call of lookup (server demo)',
      'code Arguments: "{\\n  \\"q\\": \\"x\\"\\n}"',
      '[Outcome error] caution',
      'terminal "answer"',
    ]
    check('event_msg', { type: 'mcp_tool_call_end', invocation: called, result: { Ok: result } }, ended)
    check('event_msg', item({ type: 'McpToolCall', ...called, result }), [...ended, 'Turn = t'])
    check(
      'event_msg',
      { type: 'mcp_tool_call_end', invocation: { tool: 'x' }, result: { Err: 'no server' } },
      ['MCP call of x', '[Outcome error] caution', 'terminal "no server"'],
    )
  })

  it('show the findings of a review, and the history that a compaction leaves', () => {
    const finding = {
      title: '[P1] Bug',
      body: 'bad',
      priority: 1,
      confidence_score: 0.9,
      code_location: { absolute_file_path: '/a.ts', line_range: { start: 1, end: 2 } },
    }
    check(
      'event_msg',
      {
        type: 'exited_review_mode',
        review_output: { findings: [finding], overall_correctness: 'patch is incorrect' },
      },
      [
        'Review ended (patch is incorrect)',
        '1 finding',
        '  [P1] Bug',
        '  [Priority 1] plain',
        '  prose "bad"',
        '  File = /a.ts',
        '  Lines = 1 to 2',
        '  Confidence = 0.9',
      ],
    )
    check(
      'compacted',
      {
        message: 'so far',
        window_id: 4,
        replacement_history: [{ type: 'message', id: 'm', role: 'user', content: 'go' }],
      },
      [
        'Compacted history (replaced by 1 item)',
        'prose Summary: "so far"',
        'Window id = 4',
        'Replacement history',
        '  User message',
        '  prose "go"',
        '  left: id',
      ],
    )
  })

  it('show messages between agents and snapshots', () => {
    check('inter_agent_communication', { author: '/lead', recipient: '/lead/worker', content: 'start' }, [
      'Message between agents (/lead → /lead/worker)',
      'prose "start"',
    ])
    check(
      'response_item',
      { type: 'ghost_snapshot', ghost_commit: { id: 'a', parent: 'b', preexisting_untracked_files: ['x'] } },
      [
        'Ghost snapshot (a commit that Codex made to be able to undo)',
        'Commit = a',
        'Parent = b',
        'Untracked file = x',
      ],
    )
  })
})

describe('every type of the schemas', () => {
  // SPEC inspector/unknown
  it('is known in the readable form as well', () => {
    const isMessage = (title: string): boolean => / unknown type: message$/.test(title)
    const titles = linesOfEveryType().map((line) => toReadable(line).title)
    expect(titles.filter((title) => /unknown/.test(title) && !isMessage(title))).toEqual([])
  })

  it('shows what the rarer ones say', () => {
    check('event_msg', { type: 'error', message: 'disk full', codex_error_info: 'other' }, [
      'Error',
      'prose "disk full"',
      'codex_error_info = other',
    ])
    const answered = { tool: 'ask', success: false, arguments: { q: 1 }, error: 'no one there' }
    check('event_msg', { type: 'dynamic_tool_call_response', ...answered }, [
      'Answer of a tool of the client (ask)',
      '[Outcome failed] caution',
      '[Error no one there] caution',
      'code Arguments: "{\\n  \\"q\\": 1\\n}"',
    ])
    check('event_msg', { type: 'collab_agent_spawn_end', prompt: 'find it', new_agent_role: 'scout' }, [
      'Agent started',
      'prose Prompt: "find it"',
      'new_agent_role = scout',
    ])
    check('realtime_item', { type: 'transcript_segment', role: 'user', text: 'hello' }, [
      'Spoken words (user)',
      'prose "hello"',
    ])
    check(
      'event_msg',
      { type: 'item_completed', item: { type: 'HookPrompt', fragments: [{ text: 'mind' }] } },
      ['Text from a hook (completed item)', 'prose "mind"'],
    )
  })
})

describe('what is not known', () => {
  const note =
    'plain note: This version of Rollscope does not know this type. Shown are its members by their names.'

  // SPEC inspector/unknown
  it('is shown by the names of its members', () => {
    check('event_msg', { type: 'tomorrow', a: 1, b: 'two\nlines', c: [1], d: null, e: 1e400 }, [
      'Event of unknown type: tomorrow',
      note,
      'a = 1',
      'c = [1]',
      'd = null',
      'e = ≈Infinity',
      'code b: "two\\nlines"',
    ])
    check('next_year', { a: 18446744073709552000 }, [
      'Record of unknown type: next_year',
      note,
      'a = ≈18446744073709552000',
    ])
    checkLine(
      [1],
      [
        'JSON array',
        'plain note: A JSON array, which is no record that Codex writes.',
        'code Value: "[\\n  1\\n]"',
      ],
    )
    checkLine({ a: 'b' }, [
      'JSON object',
      'plain note: An object of a shape that Codex does not write.',
      'a = b',
    ])
  })

  it('names members of the wrong type as left', () => {
    check('event_msg', { type: 'user_message', message: { deep: true } }, ['User message', 'left: message'])
    check('turn_context', { approval_policy: 7 }, ['Turn context', 'left: approval_policy'])
  })
})

describe('clipReadable', () => {
  // SPEC inspector/limits
  it('says how much is hidden of what it cuts', () => {
    const line = {
      timestamp: 't',
      type: 'event_msg',
      payload: { type: 'agent_message', message: 'ab😀\nc\nd' },
    }
    const clipped = clipReadable(toReadable(line), { ...windowLimits, text: 3 })
    expect(clipped.blocks).toMatchObject([{ text: 'ab', cut: { hiddenCharacters: 6, hiddenLines: 2 } }])
  })

  it('shares one limit among all texts, and counts lines and files that a diff does not show', () => {
    const changes = Object.fromEntries(
      ['/a', '/b', '/c'].map((path) => [path, { type: 'add', content: 'x\ny\nz\n' }]),
    )
    const line = { timestamp: 't', type: 'event_msg', payload: { type: 'patch_apply_end', changes } }
    const clipped = clipReadable(toReadable(line), { ...windowLimits, total: 4, rows: 2 })
    expect(clipped.blocks).toMatchObject([
      {
        hiddenFiles: 1,
        files: [
          { added: 3, hiddenLines: 1, lines: [{ text: 'x' }, { text: 'y' }] },
          { added: 3, hiddenLines: 1, lines: [{ text: 'x' }, { text: 'y' }] },
        ],
      },
    ])
    expect(readableText(toReadable(line))).toHaveLength(13)
  })
})
