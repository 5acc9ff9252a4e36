import { onTestFinished } from 'vitest'
import { createExplorer, type Explorer } from '../../../src/core/explorer'
import type { FileSystem } from '../../../src/core/platform/fileSystem'
import { dispatch, type Invoke } from '../../../src/shared/contract/dispatch'
import type { Result } from '../../../src/shared/result'
import { tempHome } from './tempHome'

/** Starts an explorer that works inline on `home`, and disposes of it after the test. */
export async function testExplorer(
  home: string,
  fileSystem?: FileSystem,
  dataFolder: string = tempHome(),
): Promise<{ readonly explorer: Explorer; readonly invoke: Invoke; readonly homeId: string }> {
  const explorer = createExplorer({
    home,
    dataFolder,
    samplesFolder: null,
    host: 'test',
    version: '0.0.0',
    spawnWorker: null,
    ...(fileSystem === undefined ? {} : { fileSystem }),
  })
  onTestFinished(() => explorer.dispose())
  const invoke: Invoke = async (channel, request) =>
    (await dispatch(explorer.handlers, channel, request, {
      checkResponses: true,
      onBug: (name, thrown) => {
        throw new Error(`${name} has a bug: ${String(thrown)}`, { cause: thrown })
      },
    })) as Awaited<ReturnType<Invoke>> as never
  const roots = await invoke('root:list', {})
  return { explorer, invoke, homeId: valueOf(roots).roots[0]?.rootId ?? '' }
}

/** Returns the value of a result, or fails the test with its error. */
export function valueOf<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`${result.error.code}: ${result.error.message}`)
  return result.value
}
