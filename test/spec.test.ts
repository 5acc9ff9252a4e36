/** SPEC.md and the tests cite each other: no promise without a test, no citation without a promise. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { ruleInfos } from '../src/core/validator/ruleCatalogue'
import { spanKinds } from '../src/shared/validation/spanKind'
import { repositoryFolder } from './support/shared'

const spec = readFileSync(join(repositoryFolder(), 'SPEC.md'), 'utf8')
const promised = [...spec.matchAll(/^- \*\*([a-z0-9/-]+)\*\*/gm)].map((match) => match[1] ?? '')

/** Ids that tests cite, as `SPEC area/name` or `SPEC area/name, area/name`. */
function citedIds(): ReadonlySet<string> {
  const cited = new Set<string>()
  for (const entry of readdirSync(join(repositoryFolder(), 'test'), {
    recursive: true,
    withFileTypes: true,
  })) {
    if (!entry.isFile() || !/(?<!^spec)\.(test|spec)\.tsx?$/.test(entry.name)) continue
    const text = readFileSync(join(entry.parentPath, entry.name), 'utf8')
    for (const match of text.matchAll(/SPEC ((?:[a-z]+\/[a-z0-9/-]+(?:, )?)+)/g)) {
      for (const id of (match[1] ?? '').split(', ')) cited.add(id)
    }
  }
  return cited
}

describe('SPEC.md', () => {
  it('holds every id that a test cites', () => {
    expect([...citedIds()].filter((id) => !promised.includes(id))).toEqual([])
  })

  it('promises nothing twice', () => {
    expect(promised.filter((id, at) => promised.indexOf(id) !== at)).toEqual([])
  })

  it('promises nothing that no test cites', () => {
    const cited = citedIds()
    expect(promised.filter((id) => !cited.has(id))).toEqual([])
  })

  it('lists every rule with its severity, and every span kind', () => {
    const rules = [...spec.matchAll(/^- \*\*rule\/([a-z]+\/[a-z0-9-]+)\*\* \((\w+)\)/gm)].map((match) => [
      match[1],
      match[2],
    ])
    expect(rules.sort()).toEqual(ruleInfos.map(({ id, severity }) => [id, severity]).sort())
    const kinds = [...spec.matchAll(/^\| `([a-z0-9-]+)`\s+\|/gm)].map((match) => match[1])
    expect(kinds).toEqual([...spanKinds])
  })
})
