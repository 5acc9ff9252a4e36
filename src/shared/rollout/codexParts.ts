/**
 * Codex parts: whether the parts of a content are such that Codex 0.169 decodes the item. One part that it cannot decode
 * loses the whole line. Measured by what the model was told on a resume (ROLLOUT-FORMAT 2.5).
 */
import type { PartsKind } from './codexTypes'
import { isJsonObject, type JsonObject } from './rolloutLine'

/** True when Codex decodes a value as parts of a kind. */
export function hasParts(value: unknown, kind: PartsKind): boolean {
  if (kind === 'output-parts' && typeof value === 'string') return true
  return Array.isArray(value) && value.every((part: unknown) => isJsonObject(part) && isPart(part, kind))
}

/** The types of parts, by where they stand. */
const partTypes: Readonly<Record<PartsKind, readonly string[]>> = {
  'message-parts': ['input_text', 'output_text', 'input_image', 'input_audio'],
  'agent-parts': ['input_text', 'encrypted_content'],
  'output-parts': ['input_text', 'input_image', 'input_audio', 'encrypted_content'],
  'summary-parts': ['summary_text'],
  '?reasoning-parts': ['reasoning_text', 'text'],
}

const imageDetails: readonly unknown[] = ['auto', 'low', 'high', 'original']

function isPart(part: JsonObject, kind: PartsKind): boolean {
  const { type } = part
  if (typeof type !== 'string' || !partTypes[kind].includes(type)) return false
  switch (type) {
    case 'input_image':
      return isImage(part)
    case 'input_audio':
      // What an output may hold of audio was not measured.
      return kind !== 'message-parts' || typeof part['audio_url'] === 'string'
    case 'encrypted_content':
      return typeof part['encrypted_content'] === 'string'
    default:
      return typeof part['text'] === 'string'
  }
}

function isImage({ image_url: url, file_id: file, detail }: JsonObject): boolean {
  const isText = (value: unknown): boolean => typeof value === 'string'
  const isOptional = (value: unknown): boolean => value === undefined || value === null || isText(value)
  const isGiven = (isText(url) && isOptional(file)) || (isText(file) && isOptional(url))
  return isGiven && (detail === undefined || detail === null || imageDetails.includes(detail))
}
