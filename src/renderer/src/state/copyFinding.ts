/** Copying a finding: its bytes as hex. */
import type { KnownFinding } from '../../../shared/validation/finding'
import { copyText } from './copying'
import { mostBytes, readBytes } from './fileBytes'
import type { Stores } from './stores'

/** Copies the bytes of a finding as hex, the first 64 KiB of more, and says which. Answers whether that worked. */
export async function copyFindingHex(
  stores: Pick<Stores, 'client' | 'window'>,
  fileId: string,
  { byteOffset, byteLength }: Pick<KnownFinding, 'byteOffset' | 'byteLength'>,
): Promise<boolean> {
  const read = await readBytes(stores.client, fileId, byteOffset, Math.min(byteLength, mostBytes))
  if (!read.ok) {
    stores.window.getState().tellError(read.error, 'session')
    return false
  }
  const count = (bytes: number): string => bytes.toLocaleString('en')
  const hex = Array.from(read.value, (byte) => byte.toString(16).padStart(2, '0')).join(' ')
  const isPart = read.value.length < byteLength
  const what = isPart ? `The first ${count(read.value.length)} of ${count(byteLength)} bytes` : 'Hex'
  const isCopied = await copyText(stores, hex, what)
  if (isCopied && isPart) {
    stores.window
      .getState()
      .tell({ tone: 'info', title: `${what} were copied as hex.`, file: null, hint: null, scope: 'session' })
  }
  return isCopied
}
