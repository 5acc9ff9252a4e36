/**
 * Codex's eye against the real CLI: 200 mutated rollouts, the same ones in every run. Both say what is listed, which turns are
 * shown, and how a session is resumed. Needs `CODEX_BIN`; `npm run test:codex` runs it.
 */
import { describe, expect, it } from 'vitest'
import { askCodex, type AskedFile } from './codexAnswers'
import { hasCodex } from './codexServer'
import { compare } from './comparePeer'
import { peerBases } from './peerBases'
import { mutate, randomOf } from './peerMutators'

const mutations = 200
/** Files in one home: sessions that were resumed stay loaded. */
const filesAtOnce = 100

/** Mutations of which Rollscope and Codex say different things, with the reason: none. */
const disagreements: Readonly<Record<string, string>> = {}

interface MutatedFile extends AskedFile {
  readonly name: string
}

/** Mutation `seed`, of the bases in turn. */
function mutation(seed: number): MutatedFile {
  const base = peerBases[seed % peerBases.length]
  if (base === undefined) throw new Error('there is no base')
  const id = `019cb740-7b18-7000-8000-${String(seed).padStart(12, '0')}`
  const { how, content } = mutate(base.lines(id), randomOf(seed))
  return { id, content, name: `${String(seed)} ${base.name}: ${how}` }
}

/** Asks the CLI about files and returns what differs, by the name of the file. */
async function differences(
  files: readonly MutatedFile[],
): Promise<Readonly<Record<string, readonly string[]>>> {
  const answers = await askCodex(files)
  const named = files.map((file, index) => {
    const answer = answers[index]
    return [file.name, answer === undefined ? ['no answer'] : compare(file, answer)] as const
  })
  return Object.fromEntries(named.filter(([, differing]) => differing.length > 0))
}

describe.skipIf(!hasCodex())("Codex's eye and the real Codex", () => {
  // SPEC eye/lines, eye/file
  it('say the same of sound rollouts', async () => {
    const files = peerBases.map(({ name, lines }, index) => {
      const id = `019cb740-7b18-7000-8000-${String(index).padStart(12, '0')}`
      return {
        id,
        name,
        content: Buffer.from(
          lines(id)
            .map((line) => `${line}\n`)
            .join(''),
        ),
      }
    })
    expect(await differences(files)).toEqual({})
  })

  it(`say the same of ${String(mutations)} mutated rollouts`, async () => {
    const found: Record<string, readonly string[]> = {}
    for (let from = 0; from < mutations; from += filesAtOnce) {
      const part = Array.from({ length: filesAtOnce }, (_, index) => mutation(from + index))
      Object.assign(found, await differences(part))
    }
    const count = Object.keys(found).length
    process.stdout.write(
      `Codex's eye: ${String(mutations - count)} of ${String(mutations)} mutations agree\n`,
    )
    for (const [name, differing] of Object.entries(found))
      process.stdout.write(`${name}\n  ${differing.join('\n  ')}\n`)
    expect(Object.keys(found)).toEqual(Object.keys(disagreements))
  })
})
