/**
 * Dispatch: the one way a request reaches a handler, in every host and in the tests.
 *
 * It checks the request against the contract before the handler sees it and always answers a `Result`.
 * A handler that throws has a bug: the answer is `internal`, and the host logs what was thrown.
 */
import { z } from 'zod'
import { err, type AppError, type Result } from '../result'
import { channels, type Channel } from './channels'
import { contract, type Request, type RequestInput, type Response } from './contract'

/** One function per channel. Handlers answer failures as values. */
export type Handlers = {
  readonly [C in Channel]: (request: Request<C>) => Promise<Result<Response<C>>>
}

/** What a client calls. The web, Electron and test clients all have this type. */
export type Invoke = <C extends Channel>(channel: C, request: RequestInput<C>) => Promise<Result<Response<C>>>

/** How strict a host is with itself, and who hears of bugs. */
export interface DispatchOptions {
  /** Also checks what handlers answer. On in tests and development: parsing every page twice buys users nothing. */
  readonly checkResponses?: boolean
  /** Receives what a handler threw, which is always a bug. */
  readonly onBug?: (channel: string, thrown: unknown) => void
}

/** Returns the channel of that name, or null for anything else. */
export function toChannel(name: unknown): Channel | null {
  return channels.find((channel) => channel === name) ?? null
}

/** Runs one request. `channel` and `payload` may be anything: they come from outside. Never rejects. */
export async function dispatch(
  handlers: Handlers,
  channel: unknown,
  payload: unknown,
  options: DispatchOptions = {},
): Promise<Result<unknown>> {
  const known = toChannel(channel)
  if (known === null) return failure('unknown-channel', 'There is no such call.')
  return run(handlers, known, payload, options)
}

async function run<C extends Channel>(
  handlers: Handlers,
  channel: C,
  payload: unknown,
  { checkResponses = false, onBug }: DispatchOptions,
): Promise<Result<unknown>> {
  const schema: { readonly request: z.ZodType; readonly response: z.ZodType } = contract[channel]
  const request = schema.request.safeParse(payload)
  if (!request.success) return failure('bad-request', z.prettifyError(request.error))
  try {
    const handler: (request: Request<C>) => Promise<Result<Response<C>>> = handlers[channel]
    const result = await handler(request.data as Request<C>)
    if (!checkResponses || !result.ok) return result
    const response = schema.response.safeParse(result.value)
    if (response.success) return result
    throw new Error(`${channel} broke the contract: ${z.prettifyError(response.error)}`)
  } catch (thrown) {
    onBug?.(channel, thrown)
    return failure('internal', 'Rollscope made a mistake with this request. Nothing was changed.')
  }
}

function failure(code: AppError['code'], message: string): Result<never> {
  return err({ code, message })
}
