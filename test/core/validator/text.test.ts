import { describe, expect, it } from 'vitest'
import { metaLine, rollout, userLine, uuid } from '../support/tempHome'
import { corpusFiles } from '../../support/corpus'
import { sharedFolder } from '../../support/shared'
import { check, checkMessages, inShort, reportOf } from './check'

const meta = metaLine(uuid(1))
const at = meta.length + 1

/** Checks a file of session metadata and one line, and compares what rules about texts say of that line. */
async function checkLine(line: string, expected: readonly string[], rules = /^text\//): Promise<void> {
  await checkMessages(
    rollout(meta, line),
    expected.map((text) => text.replace(': ', ' 2: ')),
    { rules },
  )
}

function message(text: string): string {
  return `{"timestamp":"2026-03-04T05:06:08.000Z","type":"event_msg","payload":{"type":"user_message","message":"${text}"}}`
}

function tokens(usage: string): string {
  return `{"timestamp":"2026-03-04T05:06:08.000Z","type":"event_msg","payload":{"type":"token_count","info":{"total_token_usage":${usage}}}}`
}

describe('rules about texts', () => {
  it('are silent about what Codex writes', async () => {
    await checkLine(userLine('Grüße – 日本語 🙂 \u001b[1;31mred\u001b[0m\r\n\t"\\/" \\u0041'), [])
    await checkLine(tokens('{"input_tokens":0,"x":[1.0,1e16,1.5e-7,26.5,-3,9007199254740992]}'), [])
  })

  // SPEC rule/text/repeated-key
  it('name members that stand twice in one object', async () => {
    const line = userLine('a')
      .replace('"type"', '"type":"x","type"')
      .replace('"message"', '"mess\\u0061ge":1,"message"')
    await check(
      rollout(meta, line),
      [`text/repeated-key 2 @${String(at)}+${String(line.length + 1)} reads`],
      {
        rules: /^text\/rep/,
      },
    )
    await checkLine(
      line,
      ['text/repeated-key: Named more than once, the last counts: /type, /payload/message.'],
      /^text\/rep/,
    )
    await checkLine(userLine('{\\"a\\":1,\\"a\\":1}'), [])
    const many = Array.from({ length: 1_200 }, (_, index) => `"k${String(index)}":1,"k${String(index)}":2`)
    await checkLine(
      userLine('a').replace('"message"', `${many.join(',')},"message"`),
      [
        'text/repeated-key: Named more than once, the last counts: /payload/k0, /payload/k1, /payload/k2, at least 997 more.',
      ],
      /^text\/rep/,
    )
  })

  // SPEC rule/text/lone-surrogate
  it('name half a surrogate pair, and no pair', async () => {
    await checkLine(message('cut \\ud83d here'), [
      'text/lone-surrogate: Half of a surrogate pair stands in /payload/message.',
    ])
    await checkLine(message('\\\\ud83d'), [])
  })

  // SPEC rule/text/number
  it('name numbers that Codex cannot decode, and where they stand', async () => {
    await checkLine(tokens('{"input_tokens":26.0,"output_tokens":-0}'), [
      'text/number: Codex cannot decode a number: /payload/info/total_token_usage/input_tokens is 26.0; /payload/info/total_token_usage/output_tokens is -0.',
    ])
    await checkLine(tokens('{"input_tokens":9223372036854775808}'), [
      'text/number: Codex cannot decode a number: /payload/info/total_token_usage/input_tokens is 9223372036854775808.',
    ])
    await checkLine(tokens('{"other":[1,-1e400]}'), [
      'text/number: Codex cannot decode a number: /payload/info/total_token_usage/other/1 is -1e400.',
    ])
    await checkLine(tokens('{"input_tokens":9223372036854775807}'), [
      'text/precision: A double holds another number: /payload/info/total_token_usage/input_tokens is 9223372036854775807.',
    ])
  })

  // SPEC rule/text/precision
  it('name numbers that lose precision, but no ordinal', async () => {
    await checkLine(tokens('{"x":9007199254740993,"y":0.12345678901234567890,"z":1e-400}'), [
      'text/precision: A double holds another number: /payload/info/total_token_usage/x is 9007199254740993; /payload/info/total_token_usage/y is 0.12345678901234567890; /payload/info/total_token_usage/z is 1e-400.',
    ])
    await checkLine(userLine('a').replace('{', '{"ordinal":18446744073709551615,'), [])
  })

  // SPEC rule/text/negative-count
  it('name counts of tokens below zero', async () => {
    await checkLine(tokens('{"input_tokens":1,"total_tokens":-5}'), [
      'text/negative-count: Below zero: /payload/info/total_token_usage/total_tokens is -5.',
    ])
  })

  // SPEC rule/text/deep
  it('name what is nested more deeply than Codex reads, from 128 levels on', async () => {
    const nested = (levels: number): string =>
      userLine('a').replace('"message"', `"x":${'['.repeat(levels - 2)}${']'.repeat(levels - 2)},"message"`)
    await checkLine(nested(127), [])
    await checkLine(nested(128), ['text/deep: Values lie 128 levels deep in each other.'])
  })

  // SPEC rule/text/control
  it('name control characters and terminal commands, but no colours', async () => {
    await checkLine(message('\\u001b[38;5;1mred\\u001b[0m\\tx\\r\\n'), [])
    await checkLine(message('\\u0000 \\u001b[2J \\u001b]52;c;ZQ==\\u0007 \u007f'), [
      'text/control: 4 in /payload/message: U+0000, ESC [ J (erases), ESC ] 52 (sets the clipboard), U+007F.',
    ])
  })

  // SPEC rule/text/bidi
  it('name characters that turn the direction of text', async () => {
    await checkLine(message('\u202egnp\u202c'), ['text/bidi: 2 in /payload/message: U+202E, U+202C.'])
    await checkLine(message('\u200eשלום\u200f'), [])
  })

  // SPEC rule/text/invisible
  it('name invisible characters, but not those of emoji, flags and scripts', async () => {
    await checkLine(
      message('👩‍💻 ❤️ 👍🏽‍ 🏴\u{e0067}\u{e0062}\u{e0065}\u{e006e}\u{e0067}\u{e007f} می‌خواهم क्‍ष'),
      [],
    )
    await checkLine(message('a\u200bb\u200dc\u{e0041}\ufe0f\ufe01'), [
      'text/invisible: 4 in /payload/message: U+200B, U+200D, U+E0041, U+FE01.',
    ])
  })

  // SPEC rule/text/spelling
  it('name lines that another program wrote', async () => {
    await checkLine(userLine('a').replaceAll(',', ', '), [
      'text/spelling: Codex does not write white space between values.',
    ])
    await checkLine(message('\\u0041'), ['text/spelling: Codex does not write the escape \\u0041.'])
    await checkLine(message('\\u001B[0m'), ['text/spelling: Codex does not write the escape \\u001B.'])
    await checkLine(message('a\\/b'), ['text/spelling: Codex does not write the escape \\/.'])
    await checkLine(tokens('{"x":1.50}'), ['text/spelling: Codex does not write a number as 1.50.'])
    await checkLine(tokens('{"x":1E+30, "y":2}'), [
      'text/spelling: Codex does not write white space between values, nor a number as 1E+30.',
    ])
  })

  // SPEC check/few-or-many
  it('are said once where a whole file is so', async () => {
    const lines = Array.from({ length: 21 }, (_, index) =>
      userLine(`number ${String(index)}`).replace(',', ', '),
    )
    await checkMessages(
      rollout(meta, ...lines),
      ['text/spelling 2: 21 lines, this one first: Codex does not write white space between values.'],
      { rules: /^text/ },
    )
    await check(
      rollout(meta, ...lines.slice(1)),
      lines
        .slice(1)
        .map(
          (line, index) =>
            `text/spelling ${String(index + 2)} @${String(at + lines.slice(1, index + 1).join('').length + index)}+${String(line.length + 1)} -`,
        ),
      { rules: /^text/ },
    )
  })

  it.skipIf(sharedFolder() === null)('say nothing of files that Codex wrote', async () => {
    for (const path of corpusFiles('codex')) {
      const report = await reportOf(path)
      expect(report.findings.filter(({ rule }) => rule.startsWith('text/')).map(inShort)).toEqual([])
    }
  })
})
