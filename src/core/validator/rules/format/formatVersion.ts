import {
  codexVersion,
  firstSeenRecords,
  hasShape,
  shapesAfter,
  type FirstSeen,
} from '../../../../shared/rollout/firstSeen'
import { MetaAncestry } from '../../metaAncestry'
import { placeOf, type Place } from '../../sequence/notes'
import { nothing, type Draft, type FileFacts, type Rule, type RuleLine } from '../../rule'
import { quoted } from '../../shapeText'

/** Shapes that were found, of one place; `place` is that of the first. */
interface Found {
  readonly place: Place
  readonly shapes: FirstSeen[]
}

/** The file has shapes that the version in its session meta did not write yet. */
export const formatVersion: Rule = {
  info: {
    id: 'format/version',
    severity: 'info',
    title: 'Newer than its version',
    explanation:
      'The session meta names the version that began the session, and the file has members or records that this version did not write yet. Where they are in the session meta, the file was rewritten or the version changed; where they are in later lines, a newer Codex went on with the session. Files that Codex migrated are known by other marks, and are left out.',
    remedy: 'Look at where the new lines begin: their time tells when a newer Codex took over.',
    source: 'Versions 0.20 to 0.169 as run, and 0.34 to 0.159 in real files.',
    example: '"cli_version":"0.36.0" and a record of type world_state, which is written since 0.144',
    codex: null,
  },
  plain: ['session_meta', ...firstSeenRecords],
  start: ({ limits }) => {
    const ancestry = new MetaAncestry(limits)
    let version = ''
    let open: FirstSeen[] = []
    const found: { header: Found | null; line: Found | null } = { header: null, line: null }
    const onEnd = ({ era }: FileFacts): readonly Draft[] =>
      era === 'migrated'
        ? nothing
        : [...drafts(found.header, version, 'header'), ...drafts(found.line, version, 'line')]
    return {
      onLine: (line) => {
        if (line.sessionFacts !== null) {
          const origin = ancestry.take(line.sessionFacts)
          const stated = line.sessionFacts.cliVersion ?? ''
          const numbers = codexVersion(stated)
          if (origin === 'first') version = stated
          if (origin === 'first' && numbers !== null) open = [...shapesAfter(numbers)]
          // The same session, set up anew by another version: from here on that one writes.
          if (origin === 'own' && numbers !== null) {
            const later = shapesAfter(numbers)
            open = open.filter((shape) => later.includes(shape))
          }
          if (origin === 'copied' || origin === 'other') return nothing
        }
        if (open.length > 0) open = stillOpen(line, open, found)
        return nothing
      },
      onEnd,
      onPart: onEnd,
    }
  },
  codex: () => null,
}

/** Puts the shapes of a line to those found, and returns the rest. */
function stillOpen(
  { line, record }: RuleLine,
  open: FirstSeen[],
  found: { header: Found | null; line: Found | null },
): FirstSeen[] {
  if (record === null) return open
  const { type, payload, envelope } = record
  const shapes: FirstSeen[] = []
  for (const shape of open) if (hasShape(shape, type, payload, envelope)) shapes.push(shape)
  if (shapes.length === 0) return open
  for (const shape of shapes) {
    found[shape.place] ??= { place: placeOf(line), shapes: [] }
    found[shape.place]?.shapes.push(shape)
  }
  return open.filter((shape) => !shapes.includes(shape))
}

/** Shapes that a message names. */
const namedShapes = 4

function drafts(found: Found | null, version: string, place: FirstSeen['place']): readonly Draft[] {
  if (found === null) return nothing
  const { shapes } = found
  const names = shapes.slice(0, namedShapes).map(({ title, seenIn }) => `${title} (seen since ${seenIn})`)
  const more = shapes.length > namedShapes ? [`${String(shapes.length - namedShapes)} more`] : []
  const list = [...names, ...more].join(', ')
  const by = `Codex ${quoted(version)}, which the session meta names, did not write`
  const message =
    place === 'header'
      ? `${by} what it has: ${list}.`
      : `${by} what stands from here on: ${list}. A newer one went on with the session.`
  return [{ ...found.place, message }]
}
