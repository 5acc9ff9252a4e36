import { err, type Result } from '../../../shared/result'
import { notAdmitted, serverGone } from './connection'

/** How bytes are sent, and who hears how far they have come. */
export interface UploadOptions {
  readonly headers: Readonly<Record<string, string>>
  readonly signal: AbortSignal
  /** Hears how many bytes are on their way or have arrived. */
  readonly onProgress: (sentBytes: number) => void
}

/** Sends a file to the host as it is, and answers what the host made of it. `fetch` would not tell how far it has come. */
export function upload<T>(url: string, file: Blob, options: UploadOptions): Promise<Result<T>> {
  const { headers, signal, onProgress } = options
  return new Promise((resolve) => {
    if (signal.aborted) {
      resolve(err(stopped))
      return
    }
    const request = new XMLHttpRequest()
    request.open('POST', url)
    for (const [name, value] of Object.entries(headers)) request.setRequestHeader(name, value)
    request.upload.onprogress = ({ loaded }) => {
      onProgress(loaded)
    }
    request.onload = () => {
      resolve(answerOf(request))
    }
    request.onerror = () => {
      resolve(err(serverGone))
    }
    request.onabort = () => {
      resolve(err(stopped))
    }
    signal.addEventListener('abort', () => {
      request.abort()
    })
    request.send(file)
  })
}

const stopped = { code: 'cancelled' as const, message: 'Opening was stopped.' }

function answerOf<T>({ status, responseText }: XMLHttpRequest): Result<T> {
  if (status === 401 || status === 403) return err(notAdmitted)
  try {
    return JSON.parse(responseText) as Result<T>
  } catch {
    return err(serverGone)
  }
}
