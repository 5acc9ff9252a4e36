/** Output form: what a tool answered, as an item of the model's context or as an event. */
import {
  badge,
  badgesBlock,
  fact,
  factOf,
  factsBlock,
  jsonBlock,
  jsonSourceBlock,
  memberBlocks,
  notice,
  textBlock,
  textOf,
} from './blocks'
import { callFacts, statusBadge } from './callForm'
import { commandOf } from './commandForm'
import { contentBlocks } from './contentBlocks'
import type { Fields } from './fields'
import type { FlatForm } from './form'
import { joined } from './messageForm'
import { exitBadge, outputTextBlocks } from './outputText'
import { parseUnifiedDiff, wholeFile } from './patchText'
import type { DiffFile, Fact, FlatBlock } from './readable'
import { secondsText } from './values'

/** A `function_call_output`, `custom_tool_call_output` or `local_shell_call_output` item. */
export function outputForm(fields: Fields): FlatForm {
  const name = joined([fields.text('namespace'), fields.text('name')])
  return {
    title: 'Output of a tool',
    note: name,
    blocks: [...outputMember(fields, 'output'), ...callFacts(fields)],
  }
}

/** What a tool answered, as a text or as parts, by the conventions of its text. */
export function outputMember(fields: Fields, key: string): readonly FlatBlock[] {
  const text = fields.text(key)
  if (text !== null) return outputTextBlocks(text, fields.at(key))
  const nested = fields.object(key)
  if (nested !== null) return [...outputMember(nested, 'content'), ...memberBlocks(nested)]
  // Texts of a list follow the conventions of single texts.
  return contentBlocks(fields, key, 'terminal').flatMap((block) =>
    block.kind === 'text' ? outputTextBlocks(block.text, block.pointer) : [block],
  )
}

/** A `tool_search_output` item. */
export function toolSearchOutputForm(fields: Fields): FlatForm {
  const tools = fields.value('tools')
  return {
    title: 'Tools that were found',
    note: joined([Array.isArray(tools) ? `${String(tools.length)} tools` : null, fields.text('execution')]),
    blocks: [
      ...jsonBlock(tools, fields.at('tools'), { label: 'Tools' }),
      ...outputMember(fields, 'output'),
      ...callFacts(fields),
    ],
  }
}

/** A command that ended: `exec_command_end`, or a `CommandExecution` item. */
export function commandEndForm(fields: Fields): FlatForm {
  const exit = fields.number('exit_code')
  const output = fields.text('aggregated_output')
  return {
    title: 'Command result',
    note: fields.text('source')?.replaceAll('_', ' ') ?? null,
    blocks: [
      ...badgesBlock(exitBadge(exit, fields.at('exit_code'))),
      ...statusBadge(fields),
      ...commandOf(fields, 'command'),
      ...factsBlock([
        ...factOf(fields, 'cwd', 'Folder'),
        ...durationFact(fields),
        ...factOf(fields, 'process_id', 'Process'),
      ]),
      ...(output === null ? [] : outputTextBlocks(output, fields.at('aggregated_output'))),
      ...otherStreams(fields, output),
      ...callFacts(fields),
    ],
  }
}

/** Codex records an output up to four times; what equals the one on show is not shown again. */
function otherStreams(fields: Fields, shown: string | null): readonly FlatBlock[] {
  return ['stdout', 'stderr', 'formatted_output'].flatMap((key): readonly FlatBlock[] => {
    const text = fields.text(key)
    if (text === null || text === '') return []
    if (text === shown) return [notice(`${key} is the same text as the output above.`, fields.at(key))]
    return textBlock('terminal', text, fields.at(key), { label: key, isAside: shown !== null })
  })
}

/** `{secs, nanos}` as a length of time. */
function durationFact(fields: Fields): readonly Fact[] {
  const duration = fields.object('duration')
  const [secs, nanos] = [duration?.number('secs') ?? null, duration?.number('nanos') ?? null]
  const seconds = secs === null && nanos === null ? null : (secs ?? 0) + (nanos ?? 0) / 1e9
  return fact('Duration', seconds === null ? null : secondsText(seconds), fields.at('duration'))
}

/** A patch that was applied or not: `patch_apply_end`, or a `FileChange` item. */
export function patchEndForm(fields: Fields): FlatForm {
  const isDone = fields.flag('success')
  const status = fields.text('status')
  const outcome = status ?? (isDone === null ? null : isDone ? 'completed' : 'failed')
  const isGood = outcome === 'completed' && isDone !== false
  const changes = fields.object('changes')
  return {
    title: 'Patch result',
    note: null,
    blocks: [
      ...badgesBlock(
        badge('Status', outcome, fields.at('status'), {
          tone: isGood ? 'plain' : 'caution',
          detail: isDone === false ? 'not applied' : null,
        }),
      ),
      ...changeBlocks(changes),
      ...textOf(fields, 'stdout', 'terminal', { label: 'stdout' }),
      ...textOf(fields, 'stderr', 'terminal', { label: 'stderr' }),
      ...callFacts(fields),
    ],
  }
}

function changeBlocks(changes: Fields | null): readonly FlatBlock[] {
  if (changes === null) return []
  const files = changes.untaken().flatMap((path): readonly DiffFile[] => {
    const change = changes.object(path)
    return change === null ? [] : [changedFile(change, path)]
  })
  if (files.length === 0) return [notice('No files are named.', changes.pointer)]
  return [{ kind: 'diff', label: null, files, hiddenFiles: 0, pointer: changes.pointer }]
}

function changedFile(change: Fields, path: string): DiffFile {
  const type = change.text('type') ?? 'change'
  const file = { path, change: type, movedTo: change.text('move_path'), pointer: change.pointer }
  const diff = change.text('unified_diff')
  return diff === null ? wholeFile(change.text('content') ?? '', file) : parseUnifiedDiff(diff, file)
}

/** A call of an MCP server that ended: `mcp_tool_call_end`, or an `McpToolCall` item. */
export function mcpCallForm(fields: Fields): FlatForm {
  const call = fields.object('invocation') ?? fields
  const [server, tool] = [call.text('server'), call.text('tool')]
  const args = call.value('arguments')
  const blocks = resultBlocks(fields)
  return {
    title: `MCP call of ${tool ?? 'a tool without a name'}`,
    note: server === null ? null : `server ${server}`,
    blocks: [
      ...statusBadge(fields),
      ...(typeof args === 'string'
        ? jsonSourceBlock(args, call.at('arguments'), { label: 'Arguments' })
        : jsonBlock(args, call.at('arguments'), { label: 'Arguments' })),
      ...blocks,
      ...factsBlock(durationFact(fields)),
      ...callFacts(fields),
    ],
  }
}

function resultBlocks(fields: Fields): readonly FlatBlock[] {
  const result = fields.object('result')
  const inner = result?.object('Ok') ?? result ?? null
  const failure =
    result?.text('Err') ?? fields.text('error') ?? fields.object('error')?.text('message') ?? null
  const isError = inner?.flag('isError') ?? inner?.flag('is_error') ?? null
  return [
    ...(isError === true || failure !== null
      ? badgesBlock(badge('Outcome', 'error', fields.at('result'), { tone: 'caution' }))
      : []),
    ...(failure === null ? [] : outputTextBlocks(failure, fields.at('result'))),
    ...(inner === null ? [] : outputMember(inner, 'content')),
  ]
}
