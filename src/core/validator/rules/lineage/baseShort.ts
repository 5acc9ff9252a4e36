import { lineageRule } from './lineageRule'

/** The base ends before the place where the file goes on. */
export const baseShort = lineageRule({
  id: 'lineage/base-short',
  title: 'Base is too short',
  explanation:
    'The file goes on after an ordinal that its base does not reach: records between the two are in neither file.',
  remedy: 'Look for a longer copy of the base.',
  source: 'The format; not measured.',
  example: 'A base that ends with ordinal 12 where 22 are taken from it.',
  codex: null,
})
