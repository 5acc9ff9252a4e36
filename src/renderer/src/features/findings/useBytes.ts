import { useEffect, useState } from 'react'
import { createByteCache, type ByteCache } from '../../state/byteCache'
import { readBytes } from '../../state/fileBytes'
import { useStores } from '../../state/stores'

/** The bytes of an open file; null for a moment. Whoever uses it is drawn anew as they arrive. */
export function useBytes(fileId: string): ByteCache | null {
  const { client } = useStores()
  const [held, setHeld] = useState<{ readonly cache: ByteCache } | null>(null)
  useEffect(() => {
    const cache = createByteCache({
      load: (from, length) => readBytes(client, fileId, from, length),
      onChange: () => {
        setHeld({ cache })
      },
    })
    setHeld({ cache })
    return () => {
      cache.dispose()
    }
  }, [client, fileId])
  return held?.cache ?? null
}
