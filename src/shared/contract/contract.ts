/**
 * The contract: every call a client can make, as a table of request and response schemas; each area of it is a file.
 *
 * One table serves Electron's IPC, HTTP and the tests. Requests name files by grant ids, never by paths.
 * Calls that may take long carry a `jobId` chosen by the client; `job:progressed` reports on it and
 * `job:cancel` ends it. Responses are checked in tests and in development only.
 */
import type { z } from 'zod'
import { appCalls } from './appCalls'
import type { Channel } from './channels'
import { exportCalls } from './exportCalls'
import { rolloutCalls } from './rolloutCalls'
import { sessionCalls } from './sessionCalls'
import { validationCalls } from './validationCalls'

/** Every call by its channel. */
export const contract = {
  ...appCalls,
  ...sessionCalls,
  ...rolloutCalls,
  ...validationCalls,
  ...exportCalls,
} satisfies Record<Channel, { request: z.ZodType; response: z.ZodType }>

/** The table as a type, from which the types of requests and answers are made. */
export type Contract = typeof contract
/** What a client sends: defaults may be left out. */
export type RequestInput<C extends Channel> = z.input<Contract[C]['request']>
/** What a handler receives: defaults are filled in. */
export type Request<C extends Channel> = z.output<Contract[C]['request']>
/** What a call answers where nothing failed. */
export type Response<C extends Channel> = z.output<Contract[C]['response']>
