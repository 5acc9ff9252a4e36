/**
 * Result: the value that crosses every boundary where failing is expected.
 *
 * Content problems are findings, bugs are exceptions; only input/output and bad
 * requests become an `AppError`. It has a code because Electron keeps nothing but
 * the message of a thrown error, and because screens branch on codes, not English.
 */
export type Result<T, E = AppError> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: E }

/**
 * Every way a request can fail. `not-granted` means that the id names nothing this process may read; `empty-session`,
 * `no-session-id` and `unknown-history-mode` are files that hold no history that could be loaded.
 */
export const errorCodes = [
  'bad-request',
  'unknown-channel',
  'forbidden',
  'not-granted',
  'not-found',
  'not-a-file',
  'permission-denied',
  'changed',
  'exists',
  'no-space',
  'too-large',
  'io',
  'empty-session',
  'no-session-id',
  'unknown-history-mode',
  'cancelled',
  'internal',
] as const
export type ErrorCode = (typeof errorCodes)[number]

/**
 * One failure, for people and programs. `file` is a name for display, never a path to open;
 * `hint` says what can be done about it.
 */
export interface AppError {
  readonly code: ErrorCode
  readonly message: string
  readonly file?: string | undefined
  readonly hint?: string | undefined
}

/** Wraps a success. */
export function ok<T>(value: T): { readonly ok: true; readonly value: T } {
  return { ok: true, value }
}

/** Wraps a failure. */
export function err<E>(error: E): { readonly ok: false; readonly error: E } {
  return { ok: false, error }
}

/** What a failure says in one text, with what can be done about it. */
export function errorText({ message, hint }: Pick<AppError, 'message' | 'hint'>): string {
  return hint === undefined ? message : `${message} ${hint}`
}
