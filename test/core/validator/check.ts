/** The one way in which tests of rules check a literal rollout. */
import { join } from 'node:path'
import { expect } from 'vitest'
import type { FileSystem } from '../../../src/core/platform/fileSystem'
import type { Finding } from '../../../src/shared/validation/finding'
import type { ValidationReport } from '../../../src/shared/validation/report'
import { tempHome } from '../support/tempHome'
import { testExplorer, valueOf } from '../support/testExplorer'

/** Checks the file at a path as a client does, and returns its report. */
export async function reportOf(path: string, fileSystem?: FileSystem): Promise<ValidationReport> {
  const { explorer, invoke } = await testExplorer('/nowhere', fileSystem)
  const { entries, opened } = await explorer.openPaths([path])
  expect(opened.problems).toEqual([])
  const fileId = entries[0]?.fileId ?? ''
  valueOf(await invoke('rollout:open', { fileId, jobId: 'open' }))
  return valueOf(await invoke('rollout:check', { fileId, jobId: 'check' })).report
}

/** A finding as `rule line @offset+length outcome`: `line` is `file` for the whole file, `outcome` what Codex does. */
export function inShort({ rule, lineNumber, byteOffset, byteLength, codex }: Finding): string {
  const line = lineNumber === null ? 'file' : String(lineNumber)
  return `${rule} ${line} @${String(byteOffset)}+${String(byteLength)} ${codex?.outcome ?? '-'}`
}

/** What is checked beside the content: under which name it lies, and which rules the test is about (default: all). */
export interface CheckOptions {
  readonly name?: string
  readonly rules?: RegExp
}

/** Checks a literal file and compares its findings, written as `inShort` does. Returns the whole report. */
export async function check(
  content: string | Uint8Array,
  expected: readonly string[],
  { name = 'a.jsonl', rules = /./ }: CheckOptions = {},
): Promise<ValidationReport> {
  const folder = tempHome({ [name]: content })
  const report = await reportOf(join(folder, name))
  expect(report.findings.filter(({ rule }) => rules.test(rule)).map(inShort)).toEqual(expected)
  return report
}

/** Checks a literal file and compares its findings as `rule line: message`. */
export async function checkMessages(
  content: string | Uint8Array,
  expected: readonly string[],
  { name = 'a.jsonl', rules = /./ }: CheckOptions = {},
): Promise<ValidationReport> {
  const folder = tempHome({ [name]: content })
  const report = await reportOf(join(folder, name))
  const texts = report.findings
    .filter(({ rule }) => rules.test(rule))
    .map(({ rule, lineNumber, message }) => `${rule} ${String(lineNumber ?? 'file')}: ${message}`)
  expect(texts).toEqual(expected)
  return report
}
