/** Types of `electronRuntime.mjs`, for the tests that use it. */
type Environment = Readonly<Record<string, string | undefined>>

export function findElectron(env?: Environment): string | undefined
export function isElectronNamed(env?: Environment): boolean
export function fetchElectron(timeoutMs?: number): Promise<string | undefined>
export function whyNotLoadable(executable: string): string | undefined
export function hasDisplay(env?: Environment): Promise<boolean>
export function developmentSwitches(): string[]
