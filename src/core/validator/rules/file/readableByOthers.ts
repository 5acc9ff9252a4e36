import type { Draft, FileBasics, Rule } from '../../rule'

/** Permission of every user of the machine to read. */
const othersRead = 0o004
/** The mode that Codex gives its files where the umask forbids nothing of it. */
const ofCodex = '0644'

/** A file that every user of its machine may read. */
export const readableByOthers: Rule = {
  info: {
    id: 'file/readable-by-others',
    severity: 'info',
    title: 'Readable by every user of the machine',
    explanation:
      'The permissions of the file let every user of its machine read it, with whatever prompts, output and secrets it holds. Codex itself writes its files so, unless the umask forbids it (openai/codex#21660): it says nothing of this file in particular.',
    remedy:
      'On a machine that others use, take the permission away from the folder of the sessions: chmod 700.',
    source: 'openai/codex#21660.',
    example: '-rw-r--r--',
    codex: null,
  },
  plain: [],
  start: () => ({ onEnd: findings, onPart: findings }),
  codex: () => null,
}

function findings({ mode }: FileBasics): readonly Draft[] {
  if (mode === null || (mode & othersRead) === 0) return []
  const octal = (mode & 0o777).toString(8).padStart(4, '0')
  const message = `Every user of its machine may read the file: its mode is ${octal}${octal === ofCodex ? ', as Codex writes it' : ''}.`
  return [{ lineNumber: null, byteOffset: 0, byteLength: 0, message }]
}
