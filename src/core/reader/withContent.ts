/** Opens a content for the time of one task, and says when it turned out shorter than it was. */
import type { Result } from '../../shared/result'
import type { ByteSource } from '../source/byteSource'
import { openContent, type Content } from '../source/content'

/** Opens a content, uses it and closes it. */
export function withContent<T>(
  content: Content,
  context: { readonly fileSystem: Parameters<typeof openContent>[0] },
  use: (source: ByteSource) => Result<T>,
): Result<T> {
  const opened = openContent(context.fileSystem, content)
  if (!opened.ok) return opened
  try {
    return use(opened.value)
  } finally {
    opened.value.close()
  }
}

/** The error of a file that ended before the end it had. */
export function shorter(label: string): {
  readonly code: 'changed'
  readonly message: string
  readonly file: string
  readonly hint: string
} {
  return {
    code: 'changed',
    message: `${label} became shorter while it was read.`,
    file: label,
    hint: 'Open it again to see what is there now. What was read before is still on screen.',
  }
}
