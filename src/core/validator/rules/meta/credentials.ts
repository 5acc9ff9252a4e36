import { lineDraft, type Rule } from '../../rule'

/** A session meta whose git address holds a secret. */
export const credentials: Rule = {
  info: {
    id: 'meta/credentials',
    severity: 'warning',
    title: 'Credentials in the git address',
    explanation:
      'The address of the git repository in the session meta holds a password or a token before its host, as it stood in the configuration of the repository. Whoever can read the file can use it.',
    remedy:
      'Have the secret revoked where it was issued. Do not pass the file on as it is; a copy without it is no evidence of the same bytes.',
    source: 'Measured: Codex 0.20.0 to 0.150.0 write the address as git gives it.',
    example: '"repository_url":"https://NAME:PASSWORD@example.com/repo.git"',
    codex: null,
  },
  plain: ['session_meta'],
  start: () => ({
    onLine: (line) => {
      if (line.sessionFacts === null) return []
      const secret = secretIn(line.sessionFacts.gitRepositoryUrl ?? '')
      return secret === null ? [] : [lineDraft(line, `git.repository_url holds ${secret} before the host.`)]
    },
  }),
  codex: () => null,
}

/** What stands between the scheme and the host of an address. `git@host:path`, as ssh writes it, has no scheme. */
const userInfo = /^[a-z][a-z0-9+.-]{0,20}:\/\/([^/?#]{1,4000})@/i
const tokenStart = /^(?:gh[a-z]_|github_pat_|glpat-|x-|oauth2|token)/i

/** Says what secret an address holds, without a letter of it; null where it holds none. A name alone is no secret. */
function secretIn(address: string): string | null {
  const info = userInfo.exec(address)?.[1]
  if (info === undefined) return null
  const [name = '', ...password] = info.split(':')
  if (password.join(':') !== '') return name === '' ? 'a password' : 'a name and a password'
  return tokenStart.test(name) || name.length >= 30 ? 'what looks like a token' : null
}
