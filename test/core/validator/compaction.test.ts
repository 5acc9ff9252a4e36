import { describe, it } from 'vitest'
import { check, checkMessages } from './check'
import { meta, said, session } from './records'

const compactions = { rules: /^(compaction|record)\// }
const metaLength = JSON.stringify(meta()).length + 1

function compacted(payload: Readonly<Record<string, unknown>>): object {
  return { timestamp: 't', type: 'compacted', payload: { message: 'So far …', ...payload } }
}

const entry = (said('x') as { readonly payload: unknown }).payload

describe('rules about compactions', () => {
  it('say nothing of one whose history has metadata of its length, or none', async () => {
    await check(
      session(
        compacted({ replacement_history: [entry] }),
        compacted({ replacement_history: [entry, entry], replacement_history_metadata: [{}, {}] }),
        compacted({ replacement_history: [], replacement_history_metadata: [] }),
      ),
      [],
      compactions,
    )
  })

  // SPEC rule/compaction/no-history
  it('tell that one does not say what the history was replaced with', async () => {
    const length = Buffer.byteLength(JSON.stringify(compacted({}))) + 1
    await check(
      session(compacted({})),
      [`compaction/no-history 2 @${String(metaLength)}+${String(length)} reads`],
      compactions,
    )
  })

  // SPEC rule/compaction/metadata-length
  it('name metadata of another length, once', async () => {
    const odd = compacted({ replacement_history: [entry], replacement_history_metadata: [{}, {}] })
    await check(
      session(odd),
      [
        `compaction/metadata-length 2 @${String(metaLength)}+${String(Buffer.byteLength(JSON.stringify(odd)) + 1)} skips`,
      ],
      compactions,
    )
    await checkMessages(
      session(
        odd,
        compacted({ replacement_history_metadata: [{}] }),
        compacted({ replacement_history: [entry], replacement_history_metadata: [null] }),
      ),
      [
        'compaction/metadata-length 2: The compaction has 1 entries of replacement history and metadata for 2.',
        'compaction/metadata-length 3: The compaction has metadata for a replacement history that is not there.',
        'compaction/metadata-length 4: The compaction has metadata that is null for an entry.',
      ],
      compactions,
    )
  })
})
