/** Response item form: items of the model's context, by their type, in an envelope or bare. */
import { fact, factOf, factsBlock, memberBlocks } from './blocks'
import {
  customToolCallForm,
  functionCallForm,
  imageGenerationForm,
  localShellCallForm,
  toolSearchCallForm,
  webSearchForm,
} from './callForm'
import { encryptedNotice } from './contentBlocks'
import type { Fields } from './fields'
import type { FlatForm } from './form'
import { agentToAgentForm, messageForm, reasoningForm } from './messageForm'
import { outputForm, toolSearchOutputForm } from './outputForm'
import type { Fact } from './readable'
import { unknownForm } from './unknownForm'

/** The form of a response item. A type that is not known is shown by its members, and said to be unknown. */
export function responseItemForm(fields: Fields): FlatForm {
  const type = fields.text('type')
  switch (type) {
    case 'message':
      return messageForm(fields)
    case 'agent_message':
      return agentToAgentForm(fields)
    case 'reasoning':
      return reasoningForm(fields)
    case 'function_call':
      return functionCallForm(fields)
    case 'custom_tool_call':
      return customToolCallForm(fields)
    case 'local_shell_call':
      return localShellCallForm(fields)
    case 'function_call_output':
    case 'custom_tool_call_output':
    case 'local_shell_call_output':
      return outputForm(fields)
    case 'web_search_call':
      return webSearchForm(fields)
    case 'tool_search_call':
      return toolSearchCallForm(fields)
    case 'tool_search_output':
      return toolSearchOutputForm(fields)
    case 'image_generation_call':
      return imageGenerationForm(fields)
    case 'compaction':
    case 'context_compaction':
    case 'compaction_summary':
    case 'compaction_trigger':
      return { title: 'Compaction item', note: null, blocks: encryptedNotice(fields, 'encrypted_content') }
    case 'ghost_snapshot':
      return ghostSnapshotForm(fields)
    case 'additional_tools':
      return { title: 'Additional tools', note: null, blocks: memberBlocks(fields) }
    case 'configuration_update':
      return { title: 'Configuration update', note: null, blocks: memberBlocks(fields) }
    case 'other':
      return { title: 'Other item', note: 'of a type that was not kept', blocks: memberBlocks(fields) }
    default:
      return unknownForm(`Response item of unknown type: ${type ?? 'none'}`, fields)
  }
}

function ghostSnapshotForm(fields: Fields): FlatForm {
  const commit = fields.object('ghost_commit')
  if (commit === null) return { title: 'Ghost snapshot', note: null, blocks: [] }
  return {
    title: 'Ghost snapshot',
    note: 'a commit that Codex made to be able to undo',
    blocks: [
      ...factsBlock([
        ...factOf(commit, 'id', 'Commit'),
        ...factOf(commit, 'parent', 'Parent'),
        ...nameFacts(commit, 'preexisting_untracked_files', 'Untracked file'),
        ...nameFacts(commit, 'preexisting_untracked_dirs', 'Untracked folder'),
      ]),
    ],
  }
}

function nameFacts(fields: Fields, key: string, label: string): readonly Fact[] {
  return (fields.texts(key) ?? []).flatMap((name, index) => fact(label, name, fields.at(key, index)))
}
