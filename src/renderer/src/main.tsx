import './zodSetup'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { setNonce } from 'get-nonce'
import { App } from './App'
import { createClient } from './client/createClient'
import { createStores, StoresProvider } from './state/stores'
import { cspNonce } from './ui/cspNonce'
import { applyTheme } from './useTheme'
import './styles/main.css'

const nonce = cspNonce()
if (nonce !== null) setNonce(nonce)

const stores = createStores(createClient(), storage())
applyTheme(stores.preferences.getState().theme)

const root = document.getElementById('root')
if (root === null) throw new Error('index.html has no element with the id root')
createRoot(root).render(
  <StrictMode>
    <StoresProvider value={stores}>
      <App />
    </StoresProvider>
  </StrictMode>,
)

/** Asking for `localStorage` throws where it is forbidden; preferences then last as long as the window. */
function storage(): Storage | null {
  try {
    return window.localStorage
  } catch {
    return null
  }
}
