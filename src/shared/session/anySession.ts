/** Any session: the filters of a query that let everything through. Apart from the schema, which the page does without. */
import type { SessionQuery } from './query'

export const anySession = {
  archived: 'include',
  source: null,
  cwd: null,
  provider: null,
  originator: null,
  model: null,
  version: null,
  era: null,
  form: null,
  damaged: null,
  name: null,
  since: null,
  until: null,
  query: null,
} as const satisfies Omit<SessionQuery, 'limit' | 'cursor' | 'sort' | 'ascending'>
