import { describe, expect, it } from 'vitest'
import { humanMessageOf } from '../../../src/core/lister/preview'

function event(payload: unknown): unknown {
  return { timestamp: 't', type: 'event_msg', payload }
}

function user(text: string): unknown {
  return {
    timestamp: 't',
    type: 'response_item',
    payload: { type: 'message', role: 'user', content: [{ type: 'input_text', text }] },
  }
}

function check(value: unknown, expected: readonly [string, boolean] | null): void {
  const message = humanMessageOf(value)
  expect(message === null ? null : [message.text, message.certain]).toEqual(expected)
}

describe('humanMessageOf', () => {
  // SPEC lister/preview
  it('takes the event that a human message makes, in both formats', () => {
    check(event({ type: 'user_message', message: ' list\n the files ' }), ['list the files', true])
    check(
      event({
        type: 'item_completed',
        item: { type: 'UserMessage', content: [{ type: 'text', text: 'hello' }] },
      }),
      ['hello', true],
    )
  })

  it('takes a response item where no human event is, but not what no human typed', () => {
    check(user('fix the bug'), ['fix the bug', false])
    for (const text of [
      '<environment_context>…',
      '# AGENTS.md instructions for /a',
      '<user_instructions>x',
      '<turn_aborted>',
      '  <environment_context>',
      '',
    ]) {
      check(user(text), null)
    }
    check({ timestamp: 't', type: 'response_item', payload: { type: 'message', role: 'developer' } }, null)
  })

  it('cuts the context that an IDE puts before the request', () => {
    check(
      event({ type: 'user_message', message: '# Context\nfiles\n## My request for Codex:\n rename it' }),
      ['rename it', true],
    )
  })

  it('names attachments where there is no text', () => {
    check(event({ type: 'user_message', message: '', images: ['data:'] }), ['[Image]', true])
    check(event({ type: 'user_message', message: '', local_audio: ['a.wav'] }), ['[Audio]', true])
    check(event({ type: 'user_message', message: '' }), null)
  })
})
