/** Foreign form: a line of a grammar that is no rollout (ROLLOUT-FORMAT 3, A0, H and I), and which grammar that is. */
import { foreignEra } from '../foreignLine'
import { memberBlocks } from './blocks'
import { execStreamForm } from './execStreamForm'
import type { Fields } from './fields'
import type { Form } from './form'
import { toInner } from './innerForm'
import { joined } from './messageForm'
import { sessionMetaForm } from './metaForm'
import { tutorialForm } from './tutorialForm'

/** The form of a line of a foreign grammar, or null where it is of none. */
export function foreignForm(fields: Fields): Form | null {
  switch (foreignEra(fields.source)) {
    case 'tutorial':
      return named(tutorialForm(fields), 'form of a tutorial')
    case 'exec-stream':
      return named(execStreamForm(fields), 'output of codex exec --json')
    case 'session-json':
      return sessionForm(fields)
    case null:
      return null
  }
}

function named(form: Form, grammar: string): Form {
  return { ...form, note: joined([form.note, grammar]) }
}

/** A whole session as one object, as Codex wrote it before it wrote lines. */
function sessionForm(fields: Fields): Form {
  const session = fields.object('session')
  const items = fields.objects('items')
  return {
    title: 'Session in one object',
    note: 'as before May 2025',
    blocks: [
      ...(session === null ? [] : sessionMetaForm(session).blocks),
      ...(items === null || items.length === 0
        ? []
        : [
            {
              kind: 'list' as const,
              label: 'Items',
              items: items.map(toInner),
              hiddenItems: 0,
              pointer: fields.at('items'),
            },
          ]),
      ...memberBlocks(fields),
    ],
  }
}
