/** Call: one entry of the contract, and the members that requests share. */
import { z } from 'zod'

/** An id that a host or a client chose. */
export const id = z.string().min(1).max(64)
/** The id of a granted file. */
export const fileId = id
/** The id of a job: the client's name for work that it may watch and cancel. */
export const jobId = id
/** Nothing: what is asked or answered where there is nothing to say. */
export const none = z.strictObject({})
/** A text, or null where it is not known. */
export const nullableText = z.string().nullable()

/** An entry: what a client sends, and what it is answered. */
export function call<Req extends z.ZodType, Res extends z.ZodType>(
  request: Req,
  response: Res,
): { readonly request: Req; readonly response: Res } {
  return { request, response }
}
