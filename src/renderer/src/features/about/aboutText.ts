import type { Response } from '../../../../shared/contract/contract'

type Info = Response<'app:getInfo'>

/** One fact of the about box. */
export interface AboutFact {
  readonly name: string
  readonly value: string
}

const hosts: Readonly<Record<Info['host'], string>> = {
  electron: 'desktop window',
  web: 'page in a browser, served on this machine',
  cli: 'command line',
  test: 'test',
}

const platforms: Readonly<Record<string, string>> = { linux: 'Linux', darwin: 'macOS', win32: 'Windows' }

/** What somebody who reports a problem is asked for. `browser` is how the page's own browser names itself. */
export function aboutFacts(info: Info, browser: string): readonly AboutFact[] {
  return [
    { name: 'Rollscope', value: info.version },
    { name: 'Host', value: hosts[info.host] },
    ...info.runtimes.map(({ name, version }) => ({ name, value: version })),
    ...(info.host === 'electron' ? [] : [{ name: 'Browser', value: browser }]),
    { name: 'Platform', value: platforms[info.platform] ?? info.platform },
    { name: 'Data folder', value: info.dataFolder },
    { name: 'Licence', value: 'MIT' },
  ]
}

/** The facts as text, one a line. */
export function aboutText(facts: readonly AboutFact[]): string {
  return facts.map(({ name, value }) => `${name}: ${value}`).join('\n')
}
