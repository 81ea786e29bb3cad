import { type APIRequestContext, expect as check } from '@playwright/test'
import { command } from './command.ts'
import { expect, password, signedIn, test } from './journey.ts'

type Called = { status: number; body: { error?: { message: string }; result?: { data: unknown } } }

test('each role may do what it may, and the server refuses the rest', async ({
  playwright,
  server,
}) => {
  for (const role of ['editor', 'auditor', 'admin']) {
    const made = await command(
      server,
      ['user', 'add', `${role}@example.test`, '--name', 'Robin Roe', '--role', role],
      password,
    )
    check(made.code, made.stderr).toBe(0)
  }
  const as = (role: string) => signedIn(playwright, server, `${role}@example.test`)
  const editor = await as('editor')
  const auditor = await as('auditor')
  const admin = await as('admin')
  const stranger = await playwright.request.newContext({
    baseURL: server.url,
    extraHTTPHeaders: { origin: server.url },
  })

  const draft = { id: 'SP-0002', version: 1, changes: { fields: { tier: 'high' } } }
  check((await call(auditor, 'subProcessors.change', draft)).body.error?.message).toBe(
    'You may not write drafts.',
  )
  check((await call(admin, 'subProcessors.change', draft)).status).toBe(403)
  check((await call(stranger, 'subProcessors.change', draft)).status).toBe(401)
  check((await call(editor, 'subProcessors.change', draft)).status).toBe(200)
  const publish = { id: 'SP-0002', version: 2, reason: 'Wording' }
  check((await call(editor, 'subProcessors.publish', publish)).body.error?.message).toBe(
    'You may not publish sub-processors.',
  )
  check((await call(editor, 'subProcessors.archive', publish)).status).toBe(403)
  check(
    (
      await call(editor, 'findings.accept', {
        recordId: 'SP-0002',
        rule: 'x',
        field: 'x',
        row: null,
        reason: 'x',
        until: null,
      })
    ).status,
  ).toBe(403)

  for (const reader of [auditor, admin, editor])
    check((await reader.get('/exports/activities-controller.csv')).status()).toBe(200)
  check((await auditor.get('/exports/access.csv')).status()).toBe(200)
  check((await editor.get('/exports/access.csv')).status()).toBe(403)
  check((await stranger.get('/exports/activities-controller.csv')).status()).toBe(401)
  check((await stranger.get('/api/trpc/activities.list')).status()).toBe(401)
  check((await stranger.get('/subprocessors')).status()).toBe(200)
})

test('an auditor sees no button that writes', async ({ browser, server }) => {
  const context = await browser.newContext({ baseURL: server.url })
  const page = await context.newPage()
  await command(
    server,
    ['user', 'add', 'reader@example.test', '--name', 'Rae Reader', '--role', 'auditor'],
    password,
  )
  await page.goto('/sub-processors/SP-0004')
  await page.getByLabel('E-mail').fill('reader@example.test')
  await page.getByLabel('Password', { exact: true }).fill(password)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(page.getByRole('heading', { name: 'Atlassian', level: 1 })).toBeVisible()
  for (const name of [/^Edit/, /^(Announce|Correct)/, /^Confirm/, /^Accept/, /^Copy/, /^State/])
    await expect(page.getByRole('button', { name })).toHaveCount(0)
})

async function call(request: APIRequestContext, verb: string, data: unknown): Promise<Called> {
  const answer = await request.post(`/api/trpc/${verb}`, {
    data,
    headers: { 'content-type': 'application/json' },
  })
  return { status: answer.status(), body: (await answer.json()) as Called['body'] }
}
