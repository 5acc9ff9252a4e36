/**
 * Current Node: the release on which the unit tests run a second time, beside the oldest one that is supported. It has
 * what the oldest lacks: zstd in zlib, newer APIs, and whatever was changed or removed since.
 *
 * `node scripts/currentNode.mjs [ARGUMENT]...` runs that Node with the arguments and ends with its status; the binary
 * comes from the package registry, once, whose client checks it against the registry's own hash.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const version = '26.10.0'
const repository = dirname(dirname(fileURLToPath(import.meta.url)))
const folder = join(repository, 'node_modules/.cache', `node-${version}-${process.platform}-${process.arch}`)
const executable = join(folder, 'package/bin', process.platform === 'win32' ? 'node.exe' : 'node')

if (!existsSync(executable)) fetchNode()
const path = `${dirname(executable)}:${process.env.PATH ?? ''}`
const { status } = run(executable, process.argv.slice(2), { env: { ...process.env, PATH: path } })
process.exitCode = status ?? 1

/** Unpacks into a folder of its own and renames it, so that a run that was cut short leaves nothing that looks whole. */
function fetchNode() {
  const name = `node-${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}@${version}`
  mkdirSync(dirname(folder), { recursive: true })
  const partial = mkdtempSync(`${folder}.`)
  try {
    const { stdout } = must('npm', ['pack', name, '--silent', '--pack-destination', partial], {
      stdio: ['ignore', 'pipe', 'inherit'],
      encoding: 'utf8',
    })
    must('tar', ['-xzf', join(partial, stdout.trim().split('\n').at(-1) ?? ''), '-C', partial], {})
    rmSync(folder, { recursive: true, force: true })
    renameSync(partial, folder)
  } finally {
    rmSync(partial, { recursive: true, force: true })
  }
}

function must(command, args, options) {
  const result = run(command, args, options)
  if (result.status === 0) return result
  console.error(`Node ${version} could not be fetched: ${command} ${args.join(' ')} failed.`)
  process.exit(1)
}

function run(command, args, options) {
  return spawnSync(command, args, { stdio: 'inherit', ...options })
}
