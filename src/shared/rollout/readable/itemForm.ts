/** Item form: the items of paginated files, `item_completed`, by the type of the item. */
import { fact, factOf, factsBlock, memberBlocks, notice, textBlock, textOf } from './blocks'
import { imageGenerationForm, planBlocks, webSearchForm } from './callForm'
import { contentBlocks } from './contentBlocks'
import type { Fields } from './fields'
import type { FlatForm, Form } from './form'
import { commandEndForm, mcpCallForm, outputForm, patchEndForm } from './outputForm'
import { rareForm } from './rareForm'
import { reviewResultForm, reviewStartForm } from './reviewForm'
import { unknownForm } from './unknownForm'
import { epochMsText } from './values'

/** Items whose id is that of the call which they are the outcome of. */
const callItems: ReadonlySet<unknown> = new Set(['CommandExecution', 'FileChange', 'McpToolCall'])

/** The form of an `item_completed` event. */
export function itemForm(fields: Fields): Form {
  const item = fields.object('item')
  if (item === null) return { title: 'Completed item', note: 'without an item', blocks: memberBlocks(fields) }
  const { title, note, blocks } = formOfItem(item)
  const facts = [
    ...idFact(item),
    ...factOf(fields, 'turn_id', 'Turn'),
    ...timeFact(fields, 'started_at_ms', 'Started'),
    ...timeFact(fields, 'completed_at_ms', 'Completed'),
  ]
  return { title, note: note ?? 'completed item', blocks: [...blocks, ...factsBlock(facts)] }
}

/** Unless the form has shown it already. */
function idFact(item: Fields): ReturnType<typeof factOf> {
  if (!item.untaken().includes('id')) return []
  return factOf(item, 'id', callItems.has(item.source['type']) ? 'Call' : 'Item')
}

function timeFact(fields: Fields, key: string, label: string): ReturnType<typeof fact> {
  const ms = fields.number(key)
  return fact(label, ms === null ? null : epochMsText(ms), fields.at(key))
}

function formOfItem(item: Fields): Form {
  const type = item.text('type')
  switch (type) {
    case 'UserMessage':
      return { title: 'User message', note: null, blocks: contentBlocks(item, 'content') }
    case 'AgentMessage':
      return {
        title: 'Assistant message',
        note: item.text('phase')?.replaceAll('_', ' ') ?? null,
        blocks: contentBlocks(item, 'content'),
      }
    case 'Reasoning':
      return reasoningItem(item)
    case 'CommandExecution':
      return commandEndForm(item)
    case 'FileChange':
      return patchEndForm(item)
    case 'McpToolCall':
      return mcpCallForm(item)
    case 'WebSearch':
      return webSearchForm(item)
    case 'ImageGeneration':
      return imageGenerationForm(item)
    case 'FunctionCallOutput':
      return outputForm(item)
    case 'EnteredReviewMode':
      return reviewStartForm(item)
    case 'ExitedReviewMode':
      return reviewResultForm(item)
    case 'ContextCompaction':
      return compactionItem(item)
    case 'Plan':
      return { title: 'Plan', note: null, blocks: [...textOf(item, 'text', 'prose'), ...planBlocks(item)] }
    case 'ImageView':
      return imageView(item)
    default:
      return rareForm(type, item) ?? unknownForm(`Item of unknown type: ${type ?? 'none'}`, item)
  }
}

function reasoningItem(item: Fields): FlatForm {
  const summary = contentBlocks(item, 'summary_text')
  const raw = contentBlocks(item, 'raw_content')
  const isEmpty = summary.length === 0 && raw.length === 0
  return {
    title: 'Reasoning',
    note: summary.length > 0 ? 'summary' : null,
    blocks: [...summary, ...raw, ...(isEmpty ? [notice('No summary is recorded.', item.pointer)] : [])],
  }
}

function compactionItem(item: Fields): FlatForm {
  const text = 'The history before this line was replaced by a summary.'
  return { title: 'Context compacted', note: null, blocks: [notice(text, item.pointer)] }
}

function imageView(item: Fields): FlatForm {
  const path = item.text('path')
  return {
    title: 'Image viewed',
    note: null,
    blocks:
      path === null ? [] : textBlock('code', path, item.at('path'), { label: 'File, named and not opened' }),
  }
}
