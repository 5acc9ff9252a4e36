/** Gate: several waits for conditions that one thing after another may fulfil. */
export class Gate {
  readonly #waiting: (() => void)[] = []

  /** Lets all who wait look at their condition again. */
  open(): void {
    for (const look of this.#waiting.splice(0)) look()
  }

  /** Waits until a condition holds. It is looked at now, and whenever the gate opens. */
  async until(holds: () => boolean): Promise<void> {
    while (!holds()) {
      await new Promise<void>((resolve) => {
        this.#waiting.push(resolve)
      })
    }
  }
}
