/** Returns the value of a JSON text; undefined for what is none, which is an answer here and no failure. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch {
    return undefined
  }
}
