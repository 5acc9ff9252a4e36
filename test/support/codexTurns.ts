/**
 * Codex turns: the turns that Codex 0.169 builds from the records it reads, as `comp:user+agent | inte:user`: for tests that
 * hold what is said of single lines to what Codex was measured to show of the whole.
 */
import { isJsonObject, type JsonObject } from '../../src/shared/rollout/rolloutLine'

interface Turn {
  readonly id: string | null
  status: 'open' | 'comp' | 'inte' | 'fail'
  readonly items: Map<string, string>
  readonly isExplicit: boolean
  hasCompaction: boolean
}

/** Names of items, by the event or the completed item that makes them. */
const itemNames: Readonly<Record<string, string>> = {
  user_message: 'user',
  agent_message: 'agent',
  agent_reasoning: 'reason',
  agent_reasoning_raw_content: 'reason',
  context_compacted: 'contextCompaction',
  patch_apply_end: 'fileChange',
  mcp_tool_call_end: 'mcpToolCall',
  web_search_end: 'webSearch',
  image_generation_end: 'imageGeneration',
  entered_review_mode: 'enteredReviewMode',
  exited_review_mode: 'exitedReviewMode',
  UserMessage: 'user',
  AgentMessage: 'agent',
  Reasoning: 'reason',
  CommandExecution: 'cmd',
}

/** Returns the turns of the records that Codex reads of a file, in the order of the file. */
export function turnsText(records: readonly JsonObject[], isPaginated: boolean): string {
  const turns = isPaginated ? paginatedTurns(records) : legacyTurns(records)
  return turns.map(turnText).join(' | ')
}

function turnText({ status, items }: Turn): string {
  return `${status === 'open' ? 'inte' : status}:${[...items.values()].join('+')}`
}

function newTurn(id: string | null, status: Turn['status'], isExplicit: boolean): Turn {
  return { id, status, items: new Map(), isExplicit, hasCompaction: false }
}

/** What a record says of turns: the type of its event, and its payload. */
function eventOf({ type, payload }: JsonObject): { readonly kind: string; readonly payload: JsonObject } {
  const body = isJsonObject(payload) ? payload : {}
  return type === 'event_msg'
    ? { kind: String(body['type']), payload: body }
    : { kind: String(type), payload: body }
}

function endOf(kind: string, payload: JsonObject): 'comp' | 'inte' | 'fail' {
  if (kind === 'turn_aborted') return 'inte'
  return isJsonObject(payload['error']) ? 'fail' : 'comp'
}

function paginatedTurns(records: readonly JsonObject[]): readonly Turn[] {
  const turns = new Map<string, Turn>()
  const items = new Map<string, Map<string, string>>()
  const turnOf = (id: string): Turn => {
    const turn = turns.get(id) ?? newTurn(id, 'open', true)
    turns.set(id, turn)
    return turn
  }
  for (const record of records) {
    const { kind, payload } = eventOf(record)
    const id = String(payload['turn_id'])
    if (kind === 'task_started' || kind === 'turn_started') turnOf(id)
    else if (/^(task_complete|turn_complete|turn_aborted)$/.test(kind)) {
      if (typeof payload['turn_id'] === 'string') turnOf(id).status = endOf(kind, payload)
    } else if (kind === 'item_completed' && isJsonObject(payload['item'])) {
      const { id: itemId, type } = payload['item']
      const ofTurn = items.get(id) ?? new Map<string, string>()
      ofTurn.set(String(itemId), nameOf(String(type)))
      items.set(id, ofTurn)
    }
  }
  return [...turns.values()].map((turn) => ({ ...turn, items: items.get(turn.id ?? '') ?? turn.items }))
}

function nameOf(type: string): string {
  return itemNames[type] ?? type.slice(0, 1).toLowerCase() + type.slice(1)
}

/** Builds turns as `thread_history.rs` of Codex does. */
function legacyTurns(records: readonly JsonObject[]): readonly Turn[] {
  const fold = new LegacyFold()
  for (const record of records) fold.observe(record)
  return fold.finish()
}

class LegacyFold {
  #turns: Turn[] = []
  #turn: Turn | null = null
  #lastItem = 0

  observe(record: JsonObject): void {
    const { kind, payload } = eventOf(record)
    if (kind === 'compacted') this.#open().hasCompaction = true
    else if (record['type'] === 'response_item') this.#hook(payload)
    else if (kind === 'task_started' || kind === 'turn_started') this.#start(String(payload['turn_id']))
    else if (/^(task_complete|turn_complete|turn_aborted)$/.test(kind)) this.#end(kind, payload)
    else if (kind === 'thread_rolled_back') {
      this.#close()
      this.#turns = this.#turns.slice(0, Math.max(0, this.#turns.length - Number(payload['num_turns'])))
    } else if (kind === 'item_completed') this.#completed(payload['item'])
    else if (kind in itemNames) this.#event(kind, payload)
  }

  finish(): readonly Turn[] {
    this.#close()
    return this.#turns
  }

  #open(): Turn {
    this.#turn ??= newTurn(null, 'comp', false)
    return this.#turn
  }

  #close(): void {
    const turn = this.#turn
    if (turn !== null && (turn.isExplicit || turn.items.size > 0 || turn.hasCompaction))
      this.#turns.push(turn)
    this.#turn = null
  }

  #start(id: string): void {
    this.#close()
    this.#turn = newTurn(id, 'open', true)
  }

  #end(kind: string, payload: JsonObject): void {
    const id = payload['turn_id']
    const earlier =
      id === this.#turn?.id ? undefined : this.#turns.find((turn) => turn.id !== null && turn.id === id)
    const turn = earlier ?? this.#turn
    if (turn === null) return
    const isStray = typeof id === 'string' && turn.isExplicit && turn.id !== id
    if (isStray && kind === 'turn_aborted') return
    const end = endOf(kind, payload)
    if (end !== 'comp' || turn.status === 'open') turn.status = end
    if (earlier === undefined) this.#close()
  }

  #hook({ role, content }: JsonObject): void {
    const [part] = Array.isArray(content) ? (content as unknown[]) : []
    const text = isJsonObject(part) ? String(part['text']) : ''
    if (role === 'user' && text.trim().startsWith('<hook_prompt')) this.#add(this.#open(), 'hookPrompt')
  }

  #completed(item: unknown): void {
    if (isJsonObject(item) && item['type'] === 'Plan') this.#add(this.#open(), 'plan')
  }

  #event(kind: string, payload: JsonObject): void {
    const text = kind === 'agent_message' ? payload['message'] : payload['text']
    if (text === '' && kind !== 'user_message') return
    const turn = this.#turn
    if (kind === 'user_message' && turn !== null && !turn.isExplicit) {
      if (!turn.hasCompaction || turn.items.size > 0) this.#close()
    }
    const turnId = payload['turn_id']
    const named =
      kind === 'patch_apply_end' && typeof turnId === 'string' && turnId !== '' && turnId !== this.#turn?.id
        ? this.#turns.find(({ id }) => id === turnId)
        : this.#open()
    if (named === undefined) return
    const name = nameOf(kind)
    if (name === 'reason' && [...named.items.values()].at(-1) === 'reason') return
    this.#add(named, name, payload['call_id'])
  }

  #add(turn: Turn, name: string, callId?: unknown): void {
    this.#lastItem += 1
    turn.items.set(typeof callId === 'string' ? callId : `item-${String(this.#lastItem)}`, name)
  }
}
