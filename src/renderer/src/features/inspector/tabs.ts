/** Tabs: which ways there are to see a line, which one is taken, and what of the line is not on show in it. */
import { assertNever } from '../../../../shared/assertNever'
import type { LineDetail } from '../../../../shared/contract/openRollout'
import type { FlatBlock, Readable } from '../../../../shared/rollout/readable/readable'
import { inspectorTabs, type InspectorTab } from '../../../../shared/settings/settings'
import { formatBytes } from '../../ui/format'

/** Largest line that is shown as a value; the host pretty-prints up to this. */
const structuredBytes = 1_048_576
/** Largest line that has a readable form. */
const readableBytes = 32 * 1_048_576

/** Why a line cannot be seen in one way; null where it can. */
export function whyNot(tab: InspectorTab, { row, json, readable }: LineDetail): string | null {
  const limit = tab === 'readable' ? readableBytes : structuredBytes
  const isThere = tab === 'raw' || (tab === 'readable' ? readable : json) !== null
  if (isThere) return null
  return row.byteLength > limit
    ? `Not shown as a value: the line has ${formatBytes(row.byteLength)}. Raw shows its bytes.`
    : 'Not shown as a value: the line is not one JSON value. Raw shows its bytes.'
}

/** The way to see a line: the one that is wanted, or the first that there is. */
export function bestTab(wanted: InspectorTab, detail: LineDetail): InspectorTab {
  if (whyNot(wanted, detail) === null) return wanted
  return inspectorTabs.find((tab) => whyNot(tab, detail) === null) ?? 'raw'
}

/** What a search in a tab does not reach, in words; null where it reaches the whole line. */
export function missingText(
  tab: InspectorTab,
  windows: readonly [LineDetail, ...LineDetail[]],
): string | null {
  const [first] = windows
  switch (tab) {
    case 'structured':
      return null
    case 'raw': {
      const loaded = windows.reduce((sum, { windowLength }) => sum + windowLength, 0)
      const { byteLength } = first.row
      return loaded >= byteLength
        ? null
        : `Searched the ${formatBytes(loaded)} that are loaded of ${formatBytes(byteLength)}.`
    }
    case 'readable':
      return first.readable !== null && isCut(first.readable)
        ? 'Searched what is shown here. Parts of this line are not.'
        : null
    default:
      return assertNever(tab)
  }
}

/** True when a readable form shows less than the line holds. */
export function isCut({ blocks }: Pick<Readable, 'blocks'>): boolean {
  return blocks.some((block) =>
    block.kind === 'list'
      ? block.hiddenItems > 0 || block.items.some((item) => item.blocks.some(isBlockCut))
      : isBlockCut(block),
  )
}

function isBlockCut(block: FlatBlock): boolean {
  switch (block.kind) {
    case 'text':
      return block.cut !== null
    case 'facts':
      return block.facts.some(({ cut }) => cut !== null)
    case 'diff':
      return block.hiddenFiles > 0 || block.files.some(({ hiddenLines }) => hiddenLines > 0)
    case 'badges':
    case 'plan':
    case 'table':
    case 'image':
    case 'notice':
      return false
    default:
      return assertNever(block)
  }
}
