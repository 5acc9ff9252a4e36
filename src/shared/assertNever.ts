/** Closes a switch over a tagged union: a new case fails to compile here. Throws, because reaching it is a bug. */
export function assertNever(value: never): never {
  throw new Error(`unexpected case: ${JSON.stringify(value)}`)
}
