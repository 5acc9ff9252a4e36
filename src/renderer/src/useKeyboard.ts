import { useEffect } from 'react'
import type { Region } from './state/command'
import { findCommand, isOffered } from './state/commands'
import { commandOf } from './state/keys'
import { useStores, type Stores } from './state/stores'

/** Runs commands from keys and from the native menu, for as long as the window lives. */
export function useKeyboard(): void {
  const stores = useStores()
  useEffect(() => {
    function onKeyDown(event: KeyboardEvent): void {
      if (event.defaultPrevented) return
      const target = event.target instanceof Element ? event.target : document.body
      if (target.closest('[role="menu"], [role="dialog"]') !== null) return
      const command = commandOf(event, isTextField(target))
      // What this host cannot do is left to the browser: its own zoom, its own windows.
      if (command === null || !isOffered(command, stores.app.getState())) return
      const region = regionOf(target, stores)
      if (command.group === 'Move' && region === 'other') return
      event.preventDefault()
      command.run(stores, region)
    }
    window.addEventListener('keydown', onKeyDown)
    const end = stores.client.on('menu:chosen', ({ command }) => {
      findCommand(command)?.run(stores, regionOf(document.activeElement ?? document.body, stores))
    })
    return () => {
      window.removeEventListener('keydown', onKeyDown)
      end()
    }
  }, [stores])
}

function isTextField(target: Element): boolean {
  if (target instanceof HTMLTextAreaElement) return true
  if (target instanceof HTMLInputElement) return target.type === 'text' || target.type === 'search'
  return target instanceof HTMLElement && target.isContentEditable
}

/**
 * Which list a movement is for: the one that has the focus itself. A button inside of a list keeps its own keys,
 * and with the focus nowhere the keys go to what is most likely meant.
 */
function regionOf(target: Element, { viewer, window: state }: Stores): Region {
  const name = target instanceof HTMLElement ? target.dataset['region'] : undefined
  if (name === 'sessions' || name === 'lines' || name === 'findings' || name === 'validation') return name
  if (target !== document.body) return 'other'
  if (state.getState().centre === 'validation') return 'validation'
  if (viewer.getState().session.status !== 'ready') return 'sessions'
  return state.getState().view
}
