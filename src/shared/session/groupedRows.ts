/** Grouped rows: the rows of a list with what belongs to a thread under it, ready to be drawn from top to bottom. Pure. */

/**
 * The trees of a list as one line, every row before what is under it: `line[start[row]]` is the row, and its tree is `size`
 * rows long. All but `line` and `order` by row number.
 */
export interface ThreadForest {
  readonly parents: Int32Array
  readonly order: Uint32Array
  readonly line: Uint32Array
  readonly start: Uint32Array
  readonly size: Uint32Array
  readonly depth: Uint32Array
  readonly root: Uint32Array
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
 * Plants the trees: `parents` says which row each belongs under (-1 for none, no circles: as `linkThreads` answers), `order`
 * is all row numbers in the chosen order. Serves as long as neither changes.
 */
export function plantThreads(parents: Int32Array, order: Uint32Array): ThreadForest {
  const count = order.length
  const { firstChild, nextSibling } = chainChildren(parents, order)
  const line = new Uint32Array(count)
  const start = new Uint32Array(count)
  const depth = new Uint32Array(count)
  const root = new Uint32Array(count)
  let place = 0
  const waiting: number[] = []
  for (const top of order) {
    if (parents[top] !== -1) continue
    waiting.push(top)
    for (let row = waiting.pop(); row !== undefined; row = waiting.pop()) {
      const parent = parents[row] ?? -1
      line[place] = row
      start[row] = place++
      root[row] = top
      depth[row] = parent === -1 ? 0 : at(depth, parent) + 1
      const sibling = nextSibling[row] ?? -1
      const child = firstChild[row] ?? -1
      if (sibling !== -1) waiting.push(sibling)
      if (child !== -1) waiting.push(child)
    }
  }
  return {
    parents,
    order,
    line,
    start,
    depth,
    root,
    size: sums(new Uint32Array(count).fill(1), line, parents),
  }
}

/**
 * Draws the trees. `matches` has 1 for the rows that the filters let through, `folded` are rows of which nothing below is
 * drawn. A thread stands where the first of its matching rows would stand by itself, and rows under the same one keep the
 * chosen order. A row that does not match is drawn where a matching one belongs under it.
 */
export function groupByThread(
  forest: ThreadForest,
  matches: Uint8Array,
  folded: ReadonlySet<number>,
): GroupedRows {
  const { order, line, start, size, root } = forest
  const matching = sums(Uint32Array.from(matches), line, forest.parents)
  const rows = new Uint32Array(line.length)
  const isDone = new Uint8Array(line.length)
  let count = 0
  for (const number of order) {
    const top = at(root, number)
    if (matches[number] !== 1 || isDone[top] === 1) continue
    isDone[top] = 1
    const end = at(start, top) + at(size, top)
    for (let place = at(start, top); place < end;) {
      const row = at(line, place)
      const isDrawn = at(matching, row) > 0
      if (isDrawn) rows[count++] = row
      place += isDrawn && !folded.has(row) ? 1 : at(size, row)
    }
  }
  return describe(forest, rows.slice(0, count), matches, matching)
}

function describe(
  { depth, size }: ThreadForest,
  rows: Uint32Array,
  matches: Uint8Array,
  matching: Uint32Array,
): GroupedRows {
  const isContext = new Uint8Array(rows.length)
  rows.forEach((row, place) => {
    isContext[place] = 1 - (matches[row] ?? 0)
  })
  return {
    rows,
    isContext,
    depths: rows.map((row) => at(depth, row)),
    below: rows.map((row) => at(size, row) - 1),
    matchingBelow: rows.map((row) => at(matching, row) - (matches[row] ?? 0)),
  }
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

/** Adds what is below to what is above, from the last row of all trees to the first. Changes and returns `values`. */
function sums(values: Uint32Array, line: Uint32Array, parents: Int32Array): Uint32Array {
  for (let place = line.length - 1; place >= 0; place -= 1) {
    const row = at(line, place)
    const parent = parents[row] ?? -1
    if (parent !== -1) values[parent] = at(values, parent) + at(values, row)
  }
  return values
}

function at(values: Uint32Array, index: number): number {
  return values[index] ?? 0
}
