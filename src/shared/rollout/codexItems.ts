/** Codex items: what Codex 0.169 requires of the completed items of a paginated file (ROLLOUT-FORMAT 2.7.1; each was measured). */
import {
  anything,
  fields,
  fileAddress,
  integer,
  listOf,
  mapOf,
  natural,
  omissible,
  optional,
  tagged,
  text,
  words,
  type Shape,
} from './codexShapes'

const span = fields({ secs: natural, nanos: natural })
const byteRange = fields({ start: natural, end: natural })

/** A part of a text that stands for something else. */
export const textElement = fields({ byte_range: byteRange, placeholder: optional(text) })

/** In which part of a turn the model said something. */
export const agentPhase = words('commentary', 'partial_answer', 'final_answer')

/** What a patch does to one file. */
export const fileChange = tagged({
  add: fields({ content: text }),
  delete: fields({ content: text }),
  update: fields({ unified_diff: text, move_path: optional(text) }),
})

/** How a change of files ended. */
export const patchStatus = words('completed', 'failed', 'declined')

const userPart = tagged({
  text: fields({ text, text_elements: omissible(listOf(textElement)) }),
  image: fields({ image_url: text }),
  local_image: fields({ path: text }),
  skill: fields({ name: text, path: text }),
  mention: fields({ name: text, path: text }),
})
const command = fields({ cmd: text })
const parsedCommand = tagged({
  read: fields({ cmd: text, name: text, path: text }),
  list_files: fields({ cmd: text, path: optional(text) }),
  search: fields({ cmd: text, query: optional(text), path: optional(text) }),
  unknown: command,
})
/** A step of a search in the web; a type that Codex does not know is kept as `other`. */
export const searchAction = fields({ type: text, query: optional(text) })

/** What a command did; the same in an item and in the event of a legacy file. */
export const commandFields = {
  process_id: optional(text),
  command: listOf(text),
  parsed_cmd: listOf(parsedCommand),
  source: words('agent', 'user_shell', 'unified_exec_startup', 'unified_exec_interaction'),
  exit_code: optional(integer),
  duration: optional(span),
  status: words('completed', 'failed', 'declined', 'in_progress'),
} as const satisfies Readonly<Record<string, Shape>>

/** What an item needs, by its type. */
const shapes: Readonly<Record<string, Shape>> = {
  UserMessage: fields({ id: text, client_id: optional(text), content: listOf(userPart) }),
  AgentMessage: fields({
    id: text,
    content: listOf(tagged({ Text: fields({ text }) })),
    phase: optional(agentPhase),
  }),
  Reasoning: fields({ id: text, summary_text: listOf(text), raw_content: omissible(listOf(text)) }),
  CommandExecution: fields({
    id: text,
    ...commandFields,
    cwd: fileAddress,
    aggregated_output: optional(text),
  }),
  FileChange: fields({
    id: text,
    changes: mapOf(fileChange),
    status: optional(patchStatus),
    stdout: optional(text),
    stderr: optional(text),
  }),
  McpToolCall: fields({
    id: text,
    server: text,
    tool: text,
    arguments: anything,
    status: text,
    duration: optional(span),
  }),
  WebSearch: fields({ id: text, query: text, action: searchAction }),
  ContextCompaction: fields({ id: text }),
  Plan: fields({ id: text, text }),
}

/** An item of any type that Codex knows. Of those that nobody has tried, nothing is required. */
export const completedItem: Shape = (value, place) => {
  const type = typeof value === 'object' && value !== null && 'type' in value ? String(value.type) : ''
  const shape = Object.hasOwn(shapes, type) ? shapes[type] : undefined
  return shape === undefined ? null : shape(value, place)
}

/** A finished call of a tool of an MCP server. */
export const mcpCall = fields({
  call_id: text,
  invocation: fields({ server: text, tool: text }),
  duration: span,
  result: anything,
})

/** The end of reviewing: what was found, or nothing. */
export const reviewOutput = fields({
  findings: listOf(fields({ title: text, body: text })),
  overall_correctness: text,
  overall_explanation: text,
})
