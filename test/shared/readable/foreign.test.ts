import { describe, expect, it } from 'vitest'
import { TutorialLineSchema } from '../../../src/shared/rollout/schema/foreign'
import { toReadable } from '../../../src/shared/rollout/readable/toReadable'
import { checkLine } from './readableText'

const stream = 'output of codex exec --json'
const item = (step: string, more: object): unknown => ({
  type: `item.${step}`,
  item: { id: 'item_1', ...more },
})

/** Compares the readable form of a tutorial's line with lines; its number stands behind every form. */
function checkTutorial(type: string, inner: unknown, [title = '', ...expected]: readonly string[]): void {
  const line = TutorialLineSchema.parse({ type, item: inner, seq: 3 })
  const left = expected.filter((text) => text.startsWith('left: '))
  const shown = expected.filter((text) => !text.startsWith('left: '))
  checkLine(line, [`${title}form of a tutorial)`, ...shown, 'Sequence number = 3', ...left])
}

describe('lines of a tutorial', () => {
  // SPEC inspector/foreign
  it('are messages, words of the system and errors', () => {
    checkTutorial('user_message', { content: 'hello' }, ['User message (', 'prose "hello"'])
    checkTutorial('message', { role: 'assistant', content: [{ type: 'text', text: 'hi' }], model: 'm' }, [
      'Assistant message (',
      'prose "hi"',
      'model = m',
    ])
    checkTutorial('system', 'ready', ['System (', 'prose "ready"'])
    checkTutorial('note', 5, ['System (', 'code Item: "5"'])
    checkTutorial('error', { message: 'no such file', code: 2 }, [
      'Error (',
      'prose "no such file"',
      'code = 2',
    ])
  })

  it('are calls of tools and their results', () => {
    checkTutorial('tool_call', { name: 'shell', arguments: '{"command":["ls","-l"]}', call_id: 'c1' }, [
      'Call of shell (',
      'code Command: "ls -l"',
      'call_id = c1',
    ])
    checkTutorial('command', { command: 'make', cwd: '/w' }, [
      'Call of a tool (',
      'code Command: "make"',
      'cwd = /w',
    ])
    checkTutorial('tool_call', { tool: 'fetch', input: { url: 'u' } }, ['Call of fetch (', 'url = u'])
    checkTutorial('tool_result', { output: 'a\nb', exit_code: 1 }, [
      'Output of a tool (',
      '[Exit code 1] caution',
      'terminal "a\\nb"',
    ])
    checkTutorial('message', { role: 'tool', content: 'done' }, ['Output of a tool (', 'terminal "done"'])
  })

  it('have the forms of a rollout where their items are those of one', () => {
    checkTutorial('event_msg', { type: 'user_message', message: 'hi' }, ['User message (', 'prose "hi"'])
    checkTutorial('response_item', { type: 'function_call', name: 'f', arguments: '{"a":1}', call_id: 'c' }, [
      'Call of f (',
      'a = 1',
      'Call = c',
    ])
    checkTutorial('session_meta', { id: 'i', cwd: '/w', more: 1 }, [
      'Session meta (',
      'Id = i',
      'Folder = /w',
      'left: item.more',
    ])
  })
})

describe('lines of codex exec --json', () => {
  it('tell of threads and turns', () => {
    checkLine({ type: 'thread.started', thread_id: 't1' }, [`Thread started (${stream})`, 'Thread = t1'])
    checkLine({ type: 'turn.started' }, [`Turn started (${stream})`])
    checkLine(
      {
        type: 'turn.completed',
        usage: {
          input_tokens: 2592,
          cached_input_tokens: 1600,
          output_tokens: 120,
          reasoning_output_tokens: 40,
        },
      },
      [
        `Turn completed (${stream})`,
        'Turn',
        'Input | 2,592',
        'of it cached | 1,600',
        'Output | 120',
        'of it reasoning | 40',
      ],
    )
    checkLine({ type: 'turn.failed', error: { message: 'busy' } }, [
      `Turn failed (${stream})`,
      'prose "busy"',
    ])
    checkLine({ type: 'error', message: 'mock failure' }, [`Error (${stream})`, 'prose "mock failure"'])
    checkLine({ type: 'turn.paused', why: 'x' }, [
      `Line of unknown type: turn.paused (${stream})`,
      'plain note: This version of Rollscope does not know this type. Shown are its members by their names.',
      'why = x',
    ])
  })

  it('show commands with what they wrote and how they ended', () => {
    const command = { type: 'command_execution', command: "/bin/bash -lc 'exit 3'" }
    checkLine(
      item('started', { ...command, aggregated_output: '', exit_code: null, status: 'in_progress' }),
      [
        `Command (started · ${stream})`,
        '[Status in progress] plain',
        `code Command: "/bin/bash -lc 'exit 3'"`,
        'Item = item_1',
      ],
    )
    checkLine(item('completed', { ...command, aggregated_output: 'no\n', exit_code: 3, status: 'failed' }), [
      `Command result (completed · ${stream})`,
      '[Exit code 3] caution',
      '[Status failed] caution',
      `code Command: "/bin/bash -lc 'exit 3'"`,
      'terminal "no\\n"',
      'Item = item_1',
    ])
  })

  it('show messages, reasoning, files, tasks and other tools', () => {
    checkLine(item('completed', { type: 'agent_message', text: 'Done.' }), [
      `Assistant message (completed · ${stream})`,
      'prose "Done."',
      'Item = item_1',
    ])
    checkLine(item('completed', { type: 'reasoning', text: 'why' }), [
      `Reasoning (completed · ${stream})`,
      'prose "why"',
      'Item = item_1',
    ])
    checkLine(
      item('completed', { type: 'file_change', changes: [{ path: '/a', kind: 'add' }], status: 'completed' }),
      [
        `File changes (completed · ${stream})`,
        '[Status completed] plain',
        'add = /a',
        'plain note: This output names the files. What changed in them is in the rollout.',
        'Item = item_1',
      ],
    )
    checkLine(
      item('updated', { type: 'todo_list', items: [{ text: 'look', completed: true }, { text: 'go' }] }),
      [`To-do list (updated · ${stream})`, 'completed: look', 'not recorded: go', 'Item = item_1'],
    )
    checkLine(item('completed', { type: 'web_search', query: 'codex' }), [
      `Web search (completed · ${stream})`,
      'prose Query: "codex"',
      'Item = item_1',
    ])
    checkLine(
      item('completed', {
        type: 'mcp_tool_call',
        server: 'demo',
        tool: 'lookup',
        arguments: { q: 'x' },
        error: { message: 'gone' },
        status: 'failed',
      }),
      [
        `MCP call of lookup (server demo · completed · ${stream})`,
        '[Status failed] caution',
        'code Arguments: "{\\n  \\"q\\": \\"x\\"\\n}"',
        '[Outcome error] caution',
        'terminal "gone"',
        'Item = item_1',
      ],
    )
    checkLine(item('completed', { type: 'collab_tool_call', tool: 'spawn', prompt: 'help', more: 1 }), [
      `Call of spawn (completed · ${stream})`,
      'prose Prompt: "help"',
      'more = 1',
      'Item = item_1',
    ])
    checkLine(item('completed', { type: 'error', message: 'no' }), [
      `Error (completed · ${stream})`,
      'prose "no"',
      'Item = item_1',
    ])
  })
})

describe('a session in one object', () => {
  it('shows its head and its items', () => {
    const session = { id: 'i', timestamp: 't', instructions: 'be kind' }
    const items = [{ type: 'message', role: 'user', content: [{ type: 'input_text', text: 'hi' }] }]
    checkLine({ session, items }, [
      'Session in one object (as before May 2025)',
      'Id = i',
      'Started = t',
      'prose aside Instructions: "be kind"',
      'Items',
      '  User message',
      '  prose "hi"',
    ])
  })
})

describe('any line of a foreign grammar', () => {
  it('keeps all it holds, whatever the types of its members are', () => {
    for (const odd of [null, 5, 'x', [1], { a: { b: [{}] } }]) {
      for (const key of ['text', 'command', 'changes', 'items', 'usage', 'error', 'arguments', 'output']) {
        const types = [
          'command_execution',
          'file_change',
          'mcp_tool_call',
          'todo_list',
          'tool_call',
          'result',
        ]
        for (const type of types) {
          expect(() => toReadable(item('completed', { type, [key]: odd }))).not.toThrow()
          expect(() => toReadable({ type, item: { [key]: odd }, seq: 1 })).not.toThrow()
        }
      }
    }
  })
})
