/** Grouped rows: the rows of a list with what belongs to a thread under it, ready to be drawn from top to bottom. Pure. */

/** What is grouped, all by row number. */
export interface GroupRequest {
  /** The row that each belongs under, -1 for none; without circles, as `linkThreads` answers. */
  readonly parents: Int32Array
  /** All row numbers in the chosen order. */
  readonly order: Uint32Array
  /** 1 for the rows that the filters let through. */
  readonly matches: Uint8Array
  /** Rows whose thread is folded. */
  readonly folded: ReadonlySet<number>
}

/** What is drawn, by position. Every row that matches and is under no folded one is there exactly once. */
export interface GroupedRows {
  readonly rows: Uint32Array
  /** 0 for a row that stands for itself, 1 for one under it, and so on. */
  readonly depths: Uint32Array
  /** 1 for a row that does not match and stands there because of one below it. */
  readonly isContext: Uint8Array
  /** How many rows belong under this one, at all levels, and how many of them match. */
  readonly below: Uint32Array
  readonly matchingBelow: Uint32Array
}

/**
 * Puts rows under the rows they belong to. A thread stands where the first of its matching rows would stand by itself, and
 * rows under the same one keep the chosen order. A row that does not match is drawn where a matching one belongs under it.
 */
export function groupByThread(request: GroupRequest): GroupedRows {
  const forest = traverse(request)
  const { before, start, size, depth, root } = forest
  const matching = countMatching(request, forest)
  const rows: number[] = []
  const isDone = new Uint8Array(before.length)
  for (const number of request.order) {
    const top = root[number] ?? number
    if (request.matches[number] !== 1 || isDone[top] === 1) continue
    isDone[top] = 1
    const end = at(start, top) + at(size, top)
    for (let place = at(start, top); place < end;) {
      const row = at(before, place)
      const isDrawn = at(matching, row) > 0
      if (isDrawn) rows.push(row)
      place += isDrawn && !request.folded.has(row) ? 1 : at(size, row)
    }
  }
  return {
    rows: Uint32Array.from(rows),
    depths: Uint32Array.from(rows, (row) => at(depth, row)),
    isContext: Uint8Array.from(rows, (row) => 1 - (request.matches[row] ?? 0)),
    below: Uint32Array.from(rows, (row) => at(size, row) - 1),
    matchingBelow: Uint32Array.from(rows, (row) => at(matching, row) - (request.matches[row] ?? 0)),
  }
}

/** The trees in one line, each row before what is under it: `before[start[row]]` is the row, its tree `size` long. */
interface Forest {
  readonly before: Uint32Array
  readonly start: Uint32Array
  readonly size: Uint32Array
  readonly depth: Uint32Array
  readonly root: Uint32Array
}

function traverse({ parents, order }: GroupRequest): Forest {
  const count = order.length
  const { firstChild, nextSibling } = chainChildren(parents, order)
  const forest: Forest = {
    before: new Uint32Array(count),
    start: new Uint32Array(count),
    size: new Uint32Array(count).fill(1),
    depth: new Uint32Array(count),
    root: new Uint32Array(count),
  }
  let place = 0
  const waiting: number[] = []
  for (const top of order) {
    if (parents[top] !== -1) continue
    waiting.push(top)
    for (let row = waiting.pop(); row !== undefined; row = waiting.pop()) {
      const parent = parents[row] ?? -1
      forest.before[place] = row
      forest.start[row] = place++
      forest.root[row] = top
      forest.depth[row] = parent === -1 ? 0 : at(forest.depth, parent) + 1
      const sibling = nextSibling[row] ?? -1
      const child = firstChild[row] ?? -1
      if (sibling !== -1) waiting.push(sibling)
      if (child !== -1) waiting.push(child)
    }
  }
  sumUp(forest.size, forest.before, parents)
  return forest
}

/** Children as chains, in the chosen order. */
function chainChildren(parents: Int32Array, order: Uint32Array) {
  const firstChild = new Int32Array(order.length).fill(-1)
  const nextSibling = new Int32Array(order.length).fill(-1)
  for (let place = order.length - 1; place >= 0; place -= 1) {
    const row = at(order, place)
    const parent = parents[row] ?? -1
    if (parent === -1) continue
    nextSibling[row] = firstChild[parent] ?? -1
    firstChild[parent] = row
  }
  return { firstChild, nextSibling }
}

function countMatching({ parents, matches }: GroupRequest, { before }: Forest): Uint32Array {
  const sums = Uint32Array.from(matches)
  sumUp(sums, before, parents)
  return sums
}

/** Adds what is below to what is above, from the last row of all trees to the first. */
function sumUp(values: Uint32Array, before: Uint32Array, parents: Int32Array): void {
  for (let place = before.length - 1; place >= 0; place -= 1) {
    const row = at(before, place)
    const parent = parents[row] ?? -1
    if (parent !== -1) values[parent] = at(values, parent) + at(values, row)
  }
}

function at(values: Uint32Array, index: number): number {
  return values[index] ?? 0
}
