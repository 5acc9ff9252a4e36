/**
 * Codex server: the real `codex app-server` on a home of its own, for tests that compare with it. It needs nothing but the
 * CLI's native binary, named by `CODEX_BIN`: no model is asked for anything.
 */
import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process'
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'

/** True where `CODEX_BIN` names the CLI. */
export function hasCodex(): boolean {
  return existsSync(process.env['CODEX_BIN'] ?? '')
}

/** The provider that sessions must name to be listed and resumed in such a home. */
export const peerProvider = 'mock'

/** No model is ever asked, so that its address leads nowhere. */
const config = `model = "gpt-5.5"
model_provider = "${peerProvider}"
approval_policy = "never"
check_for_update_on_startup = false
[model_providers.${peerProvider}]
name = "${peerProvider}"
base_url = "http://127.0.0.1:9/v1"
wire_api = "responses"
requires_openai_auth = false
supports_websockets = false
request_max_retries = 0
stream_max_retries = 0
[analytics]
enabled = false
[feedback]
enabled = false
[otel]
exporter = "none"
[features]
plugins = false
apps = false
remote_plugin = false
daemon_auto_start = false
`

/** What a call answers: its result, or the words of its error. */
export type ServerAnswer<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: string }

interface Reply {
  readonly id?: number
  readonly result?: unknown
  readonly error?: { readonly message: string }
}

/** One running app-server. Whoever starts it must stop it. */
export class CodexServer {
  readonly #child: ChildProcessWithoutNullStreams
  readonly #waiting = new Map<number, (reply: Reply) => void>()
  readonly #exited: Promise<void>
  #lastId = 0

  private constructor(home: string) {
    const env = {
      PATH: process.env['PATH'],
      LANG: 'C.UTF-8',
      HOME: home,
      CODEX_HOME: home,
      OPENAI_API_KEY: 'none',
    }
    this.#child = spawn(process.env['CODEX_BIN'] ?? '', ['app-server'], { env, cwd: home })
    this.#child.stdin.on('error', () => undefined)
    this.#child.stderr.resume()
    this.#exited = new Promise((resolve) => {
      this.#child.once('close', () => {
        for (const answer of this.#waiting.values()) answer({ error: { message: 'the app-server ended' } })
        resolve()
      })
    })
    createInterface({ input: this.#child.stdout }).on('line', (line) => {
      const reply = JSON.parse(line) as Reply
      if (reply.id === undefined) return
      this.#waiting.get(reply.id)?.(reply)
      this.#waiting.delete(reply.id)
    })
  }

  /** Starts a server on a home, which it prepares. */
  static async start(home: string): Promise<CodexServer> {
    mkdirSync(home, { recursive: true })
    writeFileSync(join(home, 'config.toml'), config)
    const server = new CodexServer(home)
    const clientInfo = { name: 'rollscope_test', title: 'Rollscope test', version: '0.0.1' }
    await server.ask('initialize', { clientInfo, capabilities: { experimentalApi: true } })
    server.#send({ method: 'initialized' })
    return server
  }

  /** Asks one thing. An error is an answer. */
  ask<T>(method: string, params: unknown): Promise<ServerAnswer<T>> {
    this.#lastId += 1
    const id = this.#lastId
    return new Promise((resolve) => {
      this.#waiting.set(id, ({ result, error }) => {
        resolve(error === undefined ? { ok: true, value: result as T } : { ok: false, error: error.message })
      })
      this.#send({ id, method, params })
    })
  }

  /** Ends the server, by force where it does not end by itself within five seconds. */
  async stop(): Promise<void> {
    this.#child.stdin.end()
    const timer = setTimeout(() => this.#child.kill('SIGKILL'), 5_000)
    await this.#exited
    clearTimeout(timer)
  }

  #send(message: unknown): void {
    this.#child.stdin.write(`${JSON.stringify(message)}\n`)
  }
}
