/** Draws `resources/icon.png`: the strip of a rollout, seen large. Run by hand when the icon changes. */
import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { crc32, deflateSync } from 'node:zlib'

const size = 512
const samples = 3
const bars = [
  { from: 0.2, to: 0.3, width: 0.58, colour: [94, 160, 255] },
  { from: 0.345, to: 0.445, width: 0.4, colour: [150, 214, 160] },
  { from: 0.49, to: 0.59, width: 0.52, colour: [198, 166, 255] },
  { from: 0.635, to: 0.735, width: 0.26, colour: [255, 120, 110] },
]
const paper = [30, 34, 42]

/** True inside a rectangle with round corners. */
function inRound(x, y, [left, top, right, bottom], radius) {
  const dx = Math.max(left + radius - x, 0, x - (right - radius))
  const dy = Math.max(top + radius - y, 0, y - (bottom - radius))
  return x >= left && x <= right && y >= top && y <= bottom && dx * dx + dy * dy <= radius * radius
}

function colourAt(x, y) {
  if (!inRound(x, y, [0.04, 0.04, 0.96, 0.96], 0.2)) return [0, 0, 0, 0]
  for (const { from, to, width, colour } of bars) {
    if (inRound(x, y, [0.2, from, 0.2 + width, to], 0.05)) return [...colour, 255]
  }
  return [...paper, 255]
}

/** The mean of a few points in a pixel; transparent ones take no part in the colour. */
function pixel(column, row) {
  const sum = [0, 0, 0, 0]
  for (let i = 0; i < samples * samples; i += 1) {
    const x = (column + ((i % samples) + 0.5) / samples) / size
    const y = (row + (Math.floor(i / samples) + 0.5) / samples) / size
    const [red, green, blue, alpha] = colourAt(x, y)
    for (const [index, value] of [red, green, blue].entries()) sum[index] += value * (alpha / 255)
    sum[3] += alpha
  }
  const covered = sum[3] / 255
  const mean = (value) => Math.round(covered === 0 ? 0 : value / covered)
  return [mean(sum[0]), mean(sum[1]), mean(sum[2]), Math.round(sum[3] / (samples * samples))]
}

function chunk(type, data) {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const length = Buffer.alloc(4)
  length.writeUInt32BE(data.length)
  const check = Buffer.alloc(4)
  check.writeUInt32BE(crc32(body))
  return Buffer.concat([length, body, check])
}

const rows = Array.from({ length: size }, (_, row) =>
  Buffer.from([0, ...Array.from({ length: size }, (__, column) => pixel(column, row)).flat()]),
)
const header = Buffer.alloc(13)
header.writeUInt32BE(size, 0)
header.writeUInt32BE(size, 4)
header.set([8, 6, 0, 0, 0], 8)
writeFileSync(
  path.resolve(import.meta.dirname, '../resources/icon.png'),
  Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.concat(rows), { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]),
)
