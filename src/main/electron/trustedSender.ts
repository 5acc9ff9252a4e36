/** Trusted sender: which frames may talk to the host. */

/** The origin of our own page. `new URL('app://…').origin` is the text "null" in Node, hence a constant. */
export const pageOrigin = 'app://app'

/** The parts of a sending frame that decide. */
export interface SenderFrame {
  readonly parent: unknown
  readonly origin: string
}

/** True for the top frame of our own page, and for nothing else: no child frame, no other origin, no dead frame. */
export function isTrustedSender(frame: SenderFrame | null): boolean {
  return frame !== null && frame.parent === null && frame.origin === pageOrigin
}
