import { useEffect, useState } from 'react'
import type { Lineage } from '../../../shared/rollout/lineage'
import type { AppError } from '../../../shared/result'
import { useStores } from './stores'

/** How far the search for the files that one belongs with has come. */
export type LineageState =
  | { readonly status: 'looking' }
  | { readonly status: 'failed'; readonly error: AppError }
  | { readonly status: 'done'; readonly lineage: Lineage }

/** Looks for the files that an open one belongs with. An answer for a file that is no longer on show is dropped. */
export function useLineage(fileId: string): LineageState {
  const { client, jobs } = useStores()
  const [answer, setAnswer] = useState<{ readonly fileId: string; readonly state: LineageState } | null>(null)
  useEffect(() => {
    let isShown = true
    let running: string | null = null
    const work = jobs.getState().run('Looking for related files', (jobId) => {
      running = jobId
      return client.invoke('rollout:lineage', { fileId, jobId })
    })
    void work.then((result) => {
      running = null
      if (!isShown) return
      const state: LineageState = result.ok
        ? { status: 'done', lineage: result.value }
        : { status: 'failed', error: result.error }
      setAnswer({ fileId, state })
    })
    return () => {
      isShown = false
      if (running !== null) jobs.getState().cancel(running)
    }
  }, [client, jobs, fileId])
  return answer?.fileId === fileId ? answer.state : { status: 'looking' }
}
