import { useEffect } from 'react'
import { notAdmitted, serverGone } from '../../client/connection'
import { useStores, useWindow } from '../../state/stores'

const probeMs = 2_000

/** Says for as long as it is so that nobody answers this page, and asks again until somebody does. */
export function ConnectionBanner() {
  const { client } = useStores()
  const connection = useWindow((state) => state.connection)
  const isFine = connection === 'fine'

  useEffect(() => {
    if (isFine) return
    const timer = setInterval(() => void client.invoke('app:getInfo', {}), probeMs)
    return () => {
      clearInterval(timer)
    }
  }, [client, isFine])

  if (isFine) return null
  const { message, hint } = connection === 'stopped' ? serverGone : notAdmitted
  return (
    <div className="banner banner-window" data-tone="error" role="alert">
      <span className="banner-text">
        <strong>{message}</strong> What is on the screen can still be read and copied; nothing more can be
        loaded. {hint}
      </span>
    </div>
  )
}
