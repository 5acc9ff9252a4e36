import { describe, it } from 'vitest'
import { check, checkLine } from './readableText'

const call = (name: string, args: unknown): unknown => ({
  type: 'function_call',
  name,
  arguments: JSON.stringify(args),
  call_id: 'call_1',
})

const output = (text: unknown): unknown => ({ type: 'function_call_output', call_id: 'call_1', output: text })

describe('calls', () => {
  // SPEC inspector/calls
  it('show the command line of a shell, and what it asked for', () => {
    check(
      'response_item',
      call('shell', { command: ['bash', '-lc', "cat 'a b'"], workdir: '/w', timeout_ms: 5 }),
      [
        'Call of shell',
        `code Command: "cat 'a b'"`,
        'Shell = bash -lc',
        'Folder = /w',
        'Time limit, ms = 5',
        'Call = call_1',
      ],
    )
    check('response_item', call('shell', { command: ['git', 'commit', '-m', "it's"] }), [
      'Call of shell',
      `code Command: "git commit -m 'it'\\\\''s'"`,
      'Call = call_1',
    ])
    check(
      'response_item',
      call('exec_command', {
        cmd: 'rm -r x',
        sandbox_permissions: 'require_escalated',
        justification: 'clean up',
        prefix_rule: ['rm', '-r'],
        yield_time_ms: 10,
      }),
      [
        'Call of exec_command',
        '[Asked for require_escalated] danger clean up',
        '[Always allow rm -r] caution asked for as a rule',
        'code Command: "rm -r x"',
        'yield_time_ms = 10',
        'Call = call_1',
      ],
    )
    check(
      'response_item',
      call('shell', { command: 'ls', with_escalated_permissions: true, justification: 'why' }),
      ['Call of shell', '[Asked for escalated] danger why', 'code Command: "ls"', 'Call = call_1'],
    )
  })

  it('show plans, patches and what is written to a process', () => {
    check(
      'response_item',
      call('update_plan', {
        explanation: 'go',
        plan: [{ step: 'one', status: 'completed' }, { step: 'two' }],
      }),
      ['Call of update_plan', 'prose "go"', 'completed: one', 'not recorded: two', 'Call = call_1'],
    )
    const patch = '*** Begin Patch\n*** Add File: a\n+hi\n*** End Patch\n'
    const diff = [
      'add a +1 -0',
      '  head *** Begin Patch',
      '  head *** Add File: a',
      '  add hi',
      '  head *** End Patch',
    ]
    check(
      'response_item',
      { type: 'custom_tool_call', name: 'apply_patch', input: patch, status: 'completed' },
      ['Patch (asked for with apply_patch)', ...diff, 'left: status'],
    )
    check('response_item', call('apply_patch', { input: patch }), [
      'Call of apply_patch',
      ...diff,
      'Call = call_1',
    ])
    check('response_item', call('write_stdin', { session_id: 7, chars: 'q\u0003' }), [
      'Call of write_stdin',
      'terminal Written to the process: "q\\u0003"',
      'session_id = 7',
      'Call = call_1',
    ])
  })

  it('lay out arguments that are not known, digit by digit, and show those that are no JSON as they stand', () => {
    check('response_item', { type: 'function_call', name: 'f', arguments: '[18446744073709551615]' }, [
      'Call of f',
      'code Arguments: "[\\n  18446744073709551615\\n]"',
    ])
    check('response_item', { type: 'function_call', name: 'f', arguments: '{"a":' }, [
      'Call of f',
      'code Arguments: "{\\"a\\":"',
    ])
    check('response_item', { ...(call('f', { a: 'x', b: { c: 1 } }) as object), namespace: 'mcp__demo' }, [
      'Call of f (mcp__demo)',
      'a = x',
      'b = {"c":1}',
      'Call = call_1',
    ])
  })

  it('show searches, images and the older shell call', () => {
    check(
      'response_item',
      { type: 'web_search_call', status: 'completed', action: { type: 'search', query: 'q' } },
      ['Web search (search)', 'prose Query: "q"', 'left: status'],
    )
    check(
      'response_item',
      { type: 'web_search_call', action: { type: 'open_page', url: 'https://a.test/' } },
      ['Web search (open page)', 'Address, not fetched = https://a.test/'],
    )
    check(
      'response_item',
      {
        type: 'local_shell_call',
        status: 'incomplete',
        action: { type: 'exec', command: ['ls'], env: { A: 'b' } },
      },
      ['Shell command (incomplete)', 'code Command: "ls"', 'env = {"A":"b"}'],
    )
    check('response_item', { type: 'image_generation_call', revised_prompt: 'a cat', result: 'AAAA' }, [
      'Image generation',
      'prose Revised prompt: "a cat"',
      'no image: image data: the bytes are not a PNG, JPEG, GIF or WebP image',
    ])
  })
})

describe('outputs', () => {
  // SPEC inspector/outputs
  it('tell exit code and duration from the text, in every convention', () => {
    check('response_item', output('{"output":"hi\\n","metadata":{"exit_code":1,"duration_seconds":61.4}}'), [
      'Output of a tool',
      '[Exit code 1] caution',
      'Duration = 1 min 1 s',
      'terminal Output: "hi\\n"',
      'Call = call_1',
    ])
    check(
      'response_item',
      output(
        'Chunk ID: 0e\nWall time: 0.02 seconds\nProcess exited with code 0\nOriginal token count: 5\nOutput:\nok\n',
      ),
      [
        'Output of a tool',
        '[Exit code 0] plain',
        'Chunk ID = 0e',
        'Wall time = 0.02 seconds',
        'Original token count = 5',
        'terminal Output: "ok\\n"',
        'Call = call_1',
      ],
    )
    check(
      'response_item',
      output('Wall time: 0 seconds\nOutput:\nExit code: 0\nWall time: 1 seconds\nOutput:\nok'),
      [
        'Output of a tool',
        'Wall time = 0 seconds',
        '[Exit code 0] plain',
        'Wall time = 1 seconds',
        'terminal Output: "ok"',
        'Call = call_1',
      ],
    )
    check('response_item', output('Exit code: 3, says the program'), [
      'Output of a tool',
      'terminal "Exit code: 3, says the program"',
      'Call = call_1',
    ])
  })

  it('tell refusals by their wording, which is shown', () => {
    const rejected =
      'exec_command failed for `x`: CreateProcess { message: "Rejected(\\"rejected by user\\")" }'
    check('response_item', output(rejected.replaceAll('\\"', '"')), [
      'Output of a tool',
      '[Outcome rejected by the user] caution',
      `terminal ${JSON.stringify(rejected.replaceAll('\\"', '"'))}`,
      'Call = call_1',
    ])
    check('response_item', output('exec_command failed: SandboxDenied { message: "no" }'), [
      'Output of a tool',
      '[Outcome denied by the sandbox] caution',
      'terminal "exec_command failed: SandboxDenied { message: \\"no\\" }"',
      'Call = call_1',
    ])
  })

  it('take lists of parts, and say where an output is empty', () => {
    check(
      'response_item',
      output([
        { type: 'input_text', text: 'a' },
        { type: 'input_image', image_url: 'https://a.test/x.png' },
      ]),
      [
        'Output of a tool',
        'terminal "a"',
        'no image: https://a.test/x.png: not fetched: Rollscope never uses the network',
        'Call = call_1',
      ],
    )
    check('response_item', output(''), [
      'Output of a tool',
      'plain note: The output is empty.',
      'Call = call_1',
    ])
    checkLine({ type: 'function_call_output', call_id: 'c', output: '{"a":1}' }, [
      'Output of a tool',
      'code "{\\n  \\"a\\": 1\\n}"',
      'Call = c',
    ])
  })
})
