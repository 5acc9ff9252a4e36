import { basename, dirname } from 'node:path'
import { describe, expect, it } from 'vitest'
import { checkShape } from '../../../src/shared/rollout/checkShape'
import { corpusRollouts, defectRollouts } from '../../support/corpus'
import { canProduce, producedRollouts } from '../../support/producedRollouts'
import { parsedLines } from '../../support/rolloutLines'
import { sharedFolder } from '../../support/shared'

/** What the schemas have to say about files, each sentence once: `label: what`. */
function complaints(paths: readonly string[]): readonly string[] {
  const seen = new Set<string>()
  for (const path of paths) {
    for (const { value } of parsedLines(path)) {
      const { label, isKnown, rejections, unknownTypes, unknownKeys } = checkShape(value)
      const name = label ?? '-'
      if (!isKnown && unknownTypes.length === 0) seen.add(`${name}: no type`)
      for (const { pointer, message } of rejections) seen.add(`${name}: ${pointer} ${message}`)
      for (const { pointer, type } of unknownTypes) seen.add(`${name}: unknown type ${type} ${pointer}`)
      for (const pointer of unknownKeys) seen.add(`${name}: unknown key ${pointer}`)
    }
  }
  return [...seen].sort()
}

describe.skipIf(sharedFolder() === null)('the schemas and the corpus', () => {
  // SPEC record/schemas
  it('know every type and every key that the real CLI wrote, in all versions, and reject nothing of it', () => {
    const paths = corpusRollouts('codex')
    expect(paths.length).toBeGreaterThan(30)
    expect(complaints(paths)).toEqual([])
  })

  it('know every type and every key of the files from the field', () => {
    const paths = corpusRollouts('field')
    expect(paths.length).toBeGreaterThan(8)
    expect(complaints(paths)).toEqual([])
  })

  it('say nothing about the controls', () => {
    const controls = ['legacy-valid', 'paginated-valid', 'legacy-crlf', 'key-order-shuffled', 'fork-valid']
    expect(complaints(defectRollouts(...controls))).toEqual([])
  })

  it('name what is odd in the defect files, and nothing else', () => {
    const odd: Record<string, readonly string[]> = {}
    for (const path of corpusRollouts('defects')) {
      const found = complaints([path]).filter((complaint) => !complaint.endsWith('/x_extra'))
      if (found.length > 0) odd[basename(dirname(path))] = found
    }
    expect(odd).toEqual(expectedOddities)
  })
})

describe.skipIf(!canProduce())('the schemas and what the real CLI writes now', () => {
  it('agree in every type and every key, for each kind of file', { timeout: 150_000 }, () => {
    const produced = producedRollouts()
    expect(produced).toHaveLength(27)
    const found = produced.map(({ kind, path }) => [kind, complaints([path])])
    expect(found).toEqual(produced.map(({ kind }) => [kind, []]))
  })
})

const notARecord = (kind: string): string => `-:  should be a record, is ${kind}`
const quantumState = ['quantum_state: unknown type quantum_state ']
const metaLacks = (key: string): readonly string[] => [`session_meta: /payload/${key} is missing`]

/** Every defect file that a schema has something to say about, with all of it but the many members named `x_extra`. */
const expectedOddities: Readonly<Record<string, readonly string[]>> = {
  'deep-nesting': ['response_item/function_call_output: unknown key /payload/x_deep'],
  'deep-nesting-objects': quantumState,
  'huge-numbers': [
    'event_msg/token_count: /payload/info/total_token_usage/input_tokens should be a number, is a number too large to hold',
  ],
  'json-array-line': [notARecord('a list'), '-: no type'],
  'json-scalar-lines': [
    notARecord('a boolean'),
    notARecord('a number'),
    notARecord('a text'),
    notARecord('null'),
    '-: no type',
  ],
  'legacy-single-json-array': [notARecord('a list'), '-: no type'],
  'meta-source-bad-object': [
    'session_meta: /payload/source should be a text or an object with custom or internal or subagent, is an object',
  ],
  'meta-without-cli-version': metaLacks('cli_version'),
  'meta-without-cwd': metaLacks('cwd'),
  'meta-without-envelope-timestamp': ['session_meta: /timestamp is missing'],
  'meta-without-id': metaLacks('id'),
  'meta-without-originator': metaLacks('originator'),
  'meta-without-timestamp': metaLacks('timestamp'),
  'ordinal-string': ['event_msg/item_completed/AgentMessage: /ordinal should be a number, is a text'],
  'paginated-unknown-type-at-end': quantumState,
  'proto-keys': [
    'event_msg/agent_message: unknown key /__proto__',
    'event_msg/agent_message: unknown key /constructor',
    'event_msg/agent_message: unknown key /hasOwnProperty',
    'event_msg/agent_message: unknown key /payload/__proto__',
    'event_msg/agent_message: unknown key /payload/prototype',
    'event_msg/agent_message: unknown key /payload/toString',
  ],
  'record-payload-null': ['event_msg: /payload should be an object, is null'],
  'record-payload-string': ['event_msg: /payload should be an object, is a text'],
  'record-payload-wrong-types': ['event_msg/agent_message: /payload/message should be a text, is a number'],
  'record-without-payload': ['event_msg: /payload is missing'],
  'record-without-timestamp': ['event_msg/agent_message: /timestamp is missing'],
  'record-without-type': ['-: /type is missing', '-: no type'],
  'timestamp-number': ['event_msg/agent_message: /timestamp should be a text, is a number'],
  'unknown-event-type': ['event_msg/quantum_event: unknown type quantum_event /payload'],
  'unknown-item-type': ['event_msg/item_completed/QuantumItem: unknown type QuantumItem /payload/item'],
  'unknown-record-type': quantumState,
  'unknown-response-item-type': ['response_item/quantum_item: unknown type quantum_item /payload'],
}
