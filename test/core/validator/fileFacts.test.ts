import { chmodSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { metaLine, rollout, tempHome, userLine, uuid } from '../support/tempHome'
import { check, checkMessages, inShort, reportOf } from './check'

const rules = /^(?:file\/readable|meta\/credentials)/

async function findingsOfMode(mode: number): Promise<readonly string[]> {
  const folder = tempHome({ 'a.jsonl': rollout(metaLine(uuid(1))) })
  chmodSync(join(folder, 'a.jsonl'), mode)
  const { findings } = await reportOf(join(folder, 'a.jsonl'))
  return findings
    .filter(({ rule }) => rules.test(rule))
    .map((finding) => `${inShort(finding)} ${finding.message}`)
}

describe('who may read a rollout', () => {
  // SPEC rule/file/readable-by-others
  it.skipIf(process.platform === 'win32')('says once that every user of the machine may', async () => {
    const said = (mode: string): readonly string[] => [
      `file/readable-by-others file @0+0 - Every user of its machine may read the file: its mode is ${mode}.`,
    ]
    expect(await findingsOfMode(0o644)).toEqual(said('0644, as Codex writes it'))
    expect(await findingsOfMode(0o444)).toEqual(said('0444'))
  })

  // SPEC check/order
  it.skipIf(process.platform === 'win32')('says so after what is to be said of places', async () => {
    const path = join(
      tempHome({ 'a.jsonl': rollout(metaLine(uuid(1)), userLine('hello'), 'oops') }),
      'a.jsonl',
    )
    chmodSync(path, 0o644)
    const { findings } = await reportOf(path)
    expect(findings.map(({ rule }) => rule)).toEqual(['line/not-json', 'file/readable-by-others'])
  })

  it('says nothing where only the owner or the group may', async () => {
    expect(await findingsOfMode(0o600)).toEqual([])
    expect(await findingsOfMode(0o640)).toEqual([])
  })
})

function withAddress(repository_url: string): string {
  return rollout(metaLine(uuid(1), { git: { branch: 'main', repository_url } }), userLine('hello'))
}

describe('credentials in the git address', () => {
  // SPEC rule/meta/credentials
  it.each([
    ['https://ana:hunter2@example.com/app.git', 'a name and a password'],
    ['https://ana:hun:ter@2@example.com/app.git', 'a name and a password'],
    ['http://:hunter2@example.com/app.git', 'a password'],
    ['ssh://ana:hunter2@example.com:22/app.git', 'a name and a password'],
    ['https://ghp_hunter2@github.com/acme/app.git', 'what looks like a token'],
    ['https://0123456789abcdef0123456789hunter2@example.com/app', 'what looks like a token'],
  ])('names the secret in %s without showing it', async (address, secret) => {
    const report = await checkMessages(
      withAddress(address),
      [`meta/credentials 1: git.repository_url holds ${secret} before the host.`],
      { rules },
    )
    expect(report.verdict).toBe('findings')
    expect(JSON.stringify(report)).not.toContain('hun')
  })

  it.each([
    'git@github.com:acme/app.git',
    'ssh://git@github.com/acme/app.git',
    'https://ana@example.com/app.git',
    'https://ana:@example.com/app.git',
    'https://example.com/a:b@c/app.git',
    'https://example.com/app.git?x=a:b@c',
    'file:///home/ana/a:b@c',
    '',
  ])('finds none in %s', async (address) => {
    await check(withAddress(address), [], { rules })
  })

  it('finds it in a header of 2025 and in one that was copied in', async () => {
    const git = { repository_url: 'https://ana:hunter2@example.com/app.git' }
    const bare = JSON.stringify({
      id: uuid(1),
      timestamp: '2025-06-01T10:00:00.000Z',
      instructions: null,
      git,
    })
    await check(rollout(bare), [`meta/credentials 1 @0+${String(bare.length + 1)} -`], { rules })
    const [own, copied] = [metaLine(uuid(1)), metaLine(uuid(2), { git })]
    await check(
      rollout(own, copied),
      [`meta/credentials 2 @${String(own.length + 1)}+${String(copied.length + 1)} -`],
      { rules },
    )
  })
})
