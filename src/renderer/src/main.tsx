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

const root = document.getElementById('root')
if (root === null) throw new Error('index.html has no element with the id root')
void draw(root)

/** Settings come first, so that nothing is drawn in another theme or with other widths than it keeps. */
async function draw(element: HTMLElement): Promise<void> {
  const client = createClient()
  const answer = await client.invoke('settings:get', {})
  const stores = createStores(client, answer.ok ? answer.value.settings : null)
  if (answer.ok) stores.window.getState().tellProblems(answer.value.problems)
  applyTheme(stores.preferences.getState().theme)
  createRoot(element).render(
    <StrictMode>
      <StoresProvider value={stores}>
        <App />
      </StoresProvider>
    </StrictMode>,
  )
}
