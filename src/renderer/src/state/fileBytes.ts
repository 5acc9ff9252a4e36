/** File bytes: asks the host for bytes of the open file. */
import { ok, type Result } from '../../../shared/result'
import type { Client } from '../client/client'

/** Most bytes that are asked for at once. */
export const mostBytes = 65_536

/** Reads up to 64 KiB of an open file; fewer at its end. */
export async function readBytes(
  client: Client,
  fileId: string,
  from: number,
  length: number,
): Promise<Result<Uint8Array>> {
  const answer = await client.invoke('rollout:readBytes', { fileId, from, length })
  if (!answer.ok) return answer
  return ok(Uint8Array.from(atob(answer.value.bytes), (character) => character.charCodeAt(0)))
}
