/**
 * Mounts: where a folder really lies, when parts of a file system are mounted at several places (Linux). Two paths with
 * one location are one folder, also where no folder above them is the same.
 */
import { attempt } from '../platform/attempt'
import type { FileSystem } from '../platform/fileSystem'

/** One mount: the folder `root` of a device appears at `point`. */
export interface Mount {
  readonly device: string
  readonly root: string
  readonly point: string
}

const mountsFile = '/proc/self/mountinfo'
const pieceBytes = 64 * 1024

/** Reads the mounts that there are now; none where the system does not list them. */
export function readMounts(fileSystem: FileSystem): readonly Mount[] {
  const text = attempt(mountsFile, () => readText(fileSystem))
  return text.ok ? toMounts(text.value) : []
}

function readText(fileSystem: FileSystem): string {
  const descriptor = fileSystem.open(mountsFile)
  try {
    const pieces: Buffer[] = []
    for (let position = 0; ;) {
      const piece = Buffer.alloc(pieceBytes)
      const length = fileSystem.read(descriptor, piece, 0, pieceBytes, position)
      if (length === 0) return Buffer.concat(pieces).toString('utf8')
      pieces.push(piece.subarray(0, length))
      position += length
    }
  } finally {
    fileSystem.close(descriptor)
  }
}

/** Reads lines such as `36 35 98:0 /inner /outer rw - ext4 /dev/sda1 rw`, in which blanks are spelled `\\040`. */
export function toMounts(text: string): readonly Mount[] {
  return text.split('\n').flatMap((line) => {
    const [, , device, root, point] = line.split(' ')
    if (device === undefined || root === undefined || point === undefined) return []
    return [{ device, root: unescaped(root), point: unescaped(point) }]
  })
}

function unescaped(field: string): string {
  return field.replace(/\\([0-7]{3})/g, (_, digits: string) =>
    String.fromCharCode(Number.parseInt(digits, 8)),
  )
}

/** Returns the location of a canonical path, one for all paths to it; null where no mount holds it. */
export function locationOf(mounts: readonly Mount[], path: string): string | null {
  let best: Mount | null = null
  // Of several mounts at one point the last one covers the others.
  for (const mount of mounts) {
    if (isInside(path, mount.point) && mount.point.length >= (best?.point.length ?? 0)) best = mount
  }
  if (best === null) return null
  const rest = best.point === '/' ? path : path.slice(best.point.length)
  return `${best.device}:${best.root === '/' ? '' : best.root}${rest === '/' ? '' : rest}`
}

/** True when a path, or a location, is a folder or lies somewhere below it. */
export function isInside(path: string, folder: string): boolean {
  return path === folder || path.startsWith(folder.endsWith('/') ? folder : `${folder}/`)
}
