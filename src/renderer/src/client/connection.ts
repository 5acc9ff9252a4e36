/** Connection: whether the host answers. A page of the local server outlives it; a window of the application does not. */
import type { AppError } from '../../../shared/result'

/** `not-admitted` is a server that answers but does not know this page, such as one that was started anew. */
export const connections = ['fine', 'stopped', 'not-admitted'] as const
export type Connection = (typeof connections)[number]

/** What a call fails with while no server answers. */
export const serverGone: AppError = {
  code: 'io',
  message: "Rollscope's local server has stopped.",
  hint: 'Start it again with “npm start” or “rollscope serve” and open the address it prints. No file was changed.',
}

/** What a call fails with while the server does not know this page. */
export const notAdmitted: AppError = {
  code: 'forbidden',
  message: 'This page is not signed in to the local server.',
  hint: 'Open the address that Rollscope printed when it started; it carries a one-time token.',
}

/** True for what is said once for the whole window, and not by every call that fails. */
export function isOfConnection(error: AppError): boolean {
  return error === serverGone || error === notAdmitted
}
