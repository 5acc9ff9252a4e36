/** Client handlers: the calls that a host answers for one window, apart from reading. What it cannot do is refused. */
import type { Handlers } from '../shared/contract/dispatch'
import type { OpenedFiles } from '../shared/contract/openedFiles'
import { err, ok, type AppError, type Result } from '../shared/result'
import type { Client } from './client'
import type { Grant, Grants } from './source/grants'

type OwnCalls = Pick<
  Handlers,
  'file:showInFolder' | 'file:startDrag' | 'menu:popUp' | 'window:open' | 'window:zoom' | 'job:cancel'
>

/** Returns the calls of one client. Files are named by grants; only the host's own ports ever get their paths. */
export function clientHandlers({ ports, jobs }: Client, grants: Grants): OwnCalls {
  return {
    'job:cancel': ({ jobId }) => Promise.resolve(ok({ found: jobs.cancel(jobId) })),
    'file:showInFolder': ({ fileId }) =>
      whenAble(ports.showInFolder, async (show) => {
        const place = placeOf(grants, fileId)
        if (!place.ok) return place
        show(place.value)
        return ok({})
      }),
    'file:startDrag': ({ fileIds }) =>
      whenAble(ports.startDrag, async (start) => {
        const paths: string[] = []
        for (const fileId of fileIds) {
          const place = placeOf(grants, fileId)
          if (!place.ok) return place
          paths.push(place.value)
        }
        start(paths)
        return ok({})
      }),
    'menu:popUp': (request) =>
      whenAble(ports.popUpMenu, async (popUp) => {
        const chosen = await popUp(request)
        const isOffered = request.items.some((item) => item.kind === 'command' && item.id === chosen)
        return ok({ chosen: isOffered ? chosen : null })
      }),
    'window:open': ({ file }) =>
      whenAble(ports.openWindow, async (openWindow) => {
        const known = file === null ? ok(null) : grants.get(file.fileId)
        if (!known.ok) return known
        openWindow(file === null ? null : startOn(file))
        return ok({})
      }),
    'window:zoom': ({ step }) => whenAble(ports.zoom, async (zoom) => ok({ percent: await zoom(step) })),
  }
}

function startOn({ rootId, fileId }: { readonly rootId: string; readonly fileId: string }): OpenedFiles {
  return { rootId, fileIds: [fileId], problems: [] }
}

async function whenAble<Port, T>(
  port: Port | undefined,
  action: (port: Port) => Promise<Result<T>>,
): Promise<Result<T>> {
  return port === undefined ? err(unable) : action(port)
}

const unable: AppError = { code: 'forbidden', message: 'This host cannot do that.' }

/** Where a granted file lies. A copy lies nowhere that a person should look for it. */
function placeOf(grants: Grants, fileId: string): Result<string> {
  const found = grants.get(fileId)
  if (!found.ok) return found
  const { origin, path, label }: Grant = found.value
  if (origin === 'file') return ok(path)
  return err({
    code: 'forbidden',
    message: `${label} came in as bytes; where it lies is not known.`,
    file: label,
  })
}
