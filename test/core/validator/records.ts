/** Literal records for tests of rules, written as Codex writes them. */

/** Joins a session meta and records to a rollout, one a line; a text stands as it is. */
export function session(...records: readonly (object | string)[]): string {
  return [meta(), ...records]
    .map((record) => `${typeof record === 'string' ? record : JSON.stringify(record)}\n`)
    .join('')
}

const timestamp = '2026-03-04T05:06:07.000Z'
const id = '019cb740-7b18-7000-8000-000000000001'

export function meta(more: Readonly<Record<string, unknown>> = {}): object {
  const payload = { id, timestamp, cwd: '/w', originator: 'codex_exec', cli_version: '0.137.0', ...more }
  return { timestamp, type: 'session_meta', payload }
}

export function event(type: string, more: Readonly<Record<string, unknown>> = {}): object {
  return { timestamp, type: 'event_msg', payload: { type, ...more } }
}

export function item(type: string, more: Readonly<Record<string, unknown>> = {}): object {
  return { timestamp, type: 'response_item', payload: { type, ...more } }
}

/** Returns a record as it is written a moment later: the same, and not the same bytes. */
export function later(record: object): object {
  return { ...record, timestamp: '2026-03-04T05:06:07.001Z' }
}

export function started(turnId: string): object {
  return event('task_started', { turn_id: turnId })
}

export function completed(turnId: string, lastAnswer: string | null = null): object {
  return event('task_complete', { turn_id: turnId, last_agent_message: lastAnswer })
}

export function call(callId: string): object {
  return item('function_call', { name: 'shell', arguments: '{}', call_id: callId })
}

export function output(callId: string): object {
  return item('function_call_output', { call_id: callId, output: 'ok' })
}

/** An answer of the model, as the response item that holds it. */
export function said(text: string): object {
  return item('message', { role: 'assistant', content: [{ type: 'output_text', text }] })
}

/** What a person typed, as the response item that holds it. */
export function asked(text: string): object {
  return item('message', { role: 'user', content: [{ type: 'input_text', text }] })
}
