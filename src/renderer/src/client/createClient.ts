import { createElectronClient } from './electronClient'
import { createWebClient } from './webClient'
import type { Client } from './client'

/** Picks the client of the host this page runs in. */
export function createClient(): Client {
  return window.explorer === undefined ? createWebClient() : createElectronClient(window.explorer)
}
