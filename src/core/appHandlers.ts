/** App handlers: the calls that say what this Rollscope is and can do, and what its rules are. */
import type { Response } from '../shared/contract/contract'
import type { Handlers } from '../shared/contract/dispatch'
import { ok } from '../shared/result'
import type { Client } from './client'
import type { Exports } from './exporter/exports'
import { runtimes } from './platform/runtimes'
import { ruleInfos } from './validator/ruleCatalogue'

/** What the calls about the app need of it. */
export interface AppParts {
  readonly version: string
  readonly host: Response<'app:getInfo'>['host']
  readonly dataFolder: string
  readonly exports: Exports
}

type AppCalls = Pick<Handlers, 'app:getInfo' | 'rule:list'>

/** Returns the calls of one client, of which the page learns what its host can do. */
export function appHandlers({ version, host, dataFolder, exports }: AppParts, client: Client): AppCalls {
  const { ports } = client
  return {
    'app:getInfo': async () =>
      ok({
        version,
        host,
        platform: process.platform,
        runtimes: runtimes(process.versions),
        dataFolder,
        canChooseFiles: ports.choosePaths !== undefined,
        exportsTo: exports.destinations.placeOf(ports),
        canShowInFolder: ports.showInFolder !== undefined,
        canDragOut: ports.startDrag !== undefined,
        canOpenWindows: ports.openWindow !== undefined,
        canZoom: ports.zoom !== undefined,
        hasNativeMenus: ports.popUpMenu !== undefined,
        startedWith: await client.startsWith,
      }),
    'rule:list': () => Promise.resolve(ok({ rules: [...ruleInfos] })),
  }
}
