/** Security: a rollout is text that an attacker may have written, and the page that shows it can do nothing else. */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { expect, test } from '../support/app'
import { line, samples, session } from '../support/screen'

test('the page can reach nothing outside, and runs no text as code', async ({ start }) => {
  let reached = 0
  const outside = createServer((_request, response) => {
    reached += 1
    response.setHeader('access-control-allow-origin', '*')
    response.end('outside')
  })
  await new Promise<void>((resolve) => outside.listen(0, '127.0.0.1', resolve))
  const url = `http://127.0.0.1:${String((outside.address() as AddressInfo).port)}/`
  const app = await start()
  const { page } = app
  await expect(session(page, samples.damaged)).toBeVisible()

  const outcome = await page.evaluate(async (target) => {
    const picture = new Promise<string>((resolve) => {
      const image = new Image()
      image.onload = () => {
        resolve('loaded')
      }
      image.onerror = () => {
        resolve('refused')
      }
      image.src = target
    })
    const inline = document.createElement('script')
    return {
      fetch: await fetch(target).then(
        () => 'reached',
        () => 'refused',
      ),
      picture: await picture,
      inline: (() => {
        try {
          inline.textContent = 'document.title = "taken over"'
          document.head.append(inline)
          return document.title
        } catch {
          return 'refused'
        }
      })(),
    }
  }, url)
  expect(outcome).toMatchObject({ fetch: 'refused', picture: 'refused' })
  expect(outcome.inline).not.toBe('taken over')

  await page.evaluate((target) => {
    window.open(target)
    location.href = target
  }, url)
  await page.waitForTimeout(300)
  if (app.host === 'electron') {
    expect(page.url()).toMatch(/^app:\/\/app\//)
    expect(reached).toBe(0)
    const windows = await app.electron?.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)
    expect(windows).toBe(1)
  }
  outside.close()
  // The page was made to try; that it complained is the point.
  expect(app.complaints.length).toBeGreaterThan(0)
  app.complaints.length = 0
})

test('a rollout full of markup and scripts is shown as text', async ({ start, folder }) => {
  const home = path.join(folder, 'hostile')
  const day = path.join(home, 'sessions/2026/11/20')
  await mkdir(day, { recursive: true })
  const id = '01a1f7d7-ad31-7c41-b1d8-a40b3d889269'
  const text = `<img src=x onerror="document.title='taken over'"><script>document.title='taken over'</script>`
  const meta = {
    id,
    timestamp: '2026-11-20T07:24:29.371Z',
    cwd: text,
    originator: text,
    cli_version: '0.98.0',
  }
  const message = { type: 'message', role: 'user', content: [{ type: 'input_text', text }] }
  await writeFile(
    path.join(day, `rollout-2026-11-20T07-24-29-${id}.jsonl`),
    [
      { timestamp: '2026-11-20T07:24:29.390Z', type: 'session_meta', payload: meta },
      { timestamp: '2026-11-20T07:24:30.000Z', type: 'response_item', payload: message },
    ]
      .map((record) => `${JSON.stringify(record)}\n`)
      .join(''),
  )
  const { page } = await start({ home })
  await session(page, /<img src=x/).click()
  await line(page, 2).click()
  await expect(line(page, 2)).toContainText('<script>')
  await expect(page).toHaveTitle(/Rollscope/)
  expect(await page.locator('img[src="x"]').count()).toBe(0)
})
