import type { Browser, Locator, Page } from '@playwright/test'
import { command } from './command.ts'
import {
  accessible,
  expect,
  freshlyProved,
  inCharge,
  makeFirstAccount,
  password,
  signedIn,
  test,
} from './journey.ts'
import { serve } from './server.ts'

const tabs = [
  'organisation',
  'public',
  'people',
  'tokens',
  'account',
  'reference',
  'approvals',
  'mails',
  'webhooks',
  'backups',
  'access',
]
const table = (page: Page, name: string) => page.getByRole('table', { name })
const rowOf = (page: Page, name: string, row: string) =>
  table(page, name).getByRole('row').filter({ hasText: row })

for (const width of [1440, 360])
  test(`every part of the settings is accessible at ${width} px`, async ({ dpo: page }) => {
    test.slow()
    await page.setViewportSize({ width, height: 800 })
    for (const tab of tabs) {
      await page.goto(`/settings?tab=${tab}`)
      await page.waitForLoadState('networkidle')
      await accessible(page)
      const wider = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
      expect(Math.max(0, wider), tab).toBe(0)
    }
  })

test('a person is invited by a link that works once, changes role, and is shut out', async ({
  dpo: page,
  browser,
  server,
}) => {
  await freshlyProved(page, server)
  const email = `ada-${Date.now()}@example.test`
  await page.goto('/settings?tab=people')
  await page.getByRole('button', { name: 'Invite a person' }).click()
  const form = page.getByRole('dialog', { name: 'Invite a person' })
  await accessible(page)
  await form.getByLabel('Name').fill('Ada Editor')
  await form.getByLabel('E-mail').fill(email)
  await form.getByRole('button', { name: 'Invite', exact: true }).click()
  await expect(form).toContainText('Roles: it must not be empty.')
  await form.getByRole('checkbox', { name: 'editor' }).check()
  await form.getByRole('checkbox', { name: 'auditor' }).check()
  await form.getByRole('button', { name: 'Invite', exact: true }).click()
  const shown = page.getByRole('dialog', { name: 'A link for Ada Editor' })
  const link = await codeIn(shown, 'Single-use link')
  expect(link).toContain(`${server.url}/invitation/`)
  await accessible(page)
  await shown.getByRole('button', { name: 'Done' }).click()
  await expect(rowOf(page, 'People', email)).toContainText('invited')

  await page.goto('/settings?tab=mails')
  const kept = rowOf(page, 'Kept mails', email).getByRole('link')
  const mail = (await kept.getAttribute('href')) ?? ''
  // Quoted-printable breaks long lines softly (RFC 2045, 6.7).
  const text = (await (await page.request.get(mail)).text()).replaceAll('=\r\n', '')
  expect(text).toContain(link)
  await page.goto('/settings?tab=people')

  const hers = await opened(browser, link)
  await hers.getByLabel('New password').fill('a sentence that Ada remembers')
  await hers.getByRole('button', { name: 'Set the password' }).click()
  await expect(hers.getByRole('navigation', { name: 'Register' })).toBeVisible()
  expect((await hers.request.get(mail)).status()).toBe(403)
  await hers.goto('/settings?tab=people')
  await expect(hers.getByRole('heading', { name: 'Settings' })).toBeVisible()
  await expect(hers.getByRole('link', { name: 'People' })).toHaveCount(0)
  await expect(hers.getByRole('link', { name: 'Tokens' })).toHaveCount(0)

  await page.reload()
  await choose(page, 'Ada Editor', 'Change roles…')
  const roles = page.getByRole('dialog', { name: 'Roles: Ada Editor' })
  await roles.getByRole('checkbox', { name: 'auditor' }).uncheck()
  await roles.getByRole('button', { name: 'Save' }).click()
  await expect(rowOf(page, 'People', email)).not.toContainText('auditor')

  await choose(page, 'Ada Editor', 'Disable…')
  await page.getByRole('dialog').getByRole('button', { name: 'Disable' }).click()
  await expect(rowOf(page, 'People', email)).toContainText('disabled')
  await hers.goto('/activities')
  await expect(hers.getByRole('heading', { name: 'Sign in' })).toBeVisible()
  const again = await opened(browser, link)
  await expect(again.getByRole('heading', { name: 'This link no longer works' })).toBeVisible()
})

test('the last administrator stays', async ({ page }) => {
  const server = await serve()
  try {
    await makeFirstAccount(page, server)
    await page.goto(`${server.url}/settings?tab=people`)
    await choose(page, 'Dana Officer', 'Disable…')
    const dialog = page.getByRole('dialog', { name: 'Disable Dana Officer?' })
    await dialog.getByRole('button', { name: 'Disable' }).click()
    await expect(dialog.getByRole('alert')).toContainText('is the last administrator')
    await accessible(page)
  } finally {
    await server.stop()
  }
})

test('a token is shown once, reads, and is revoked', async ({ dpo: page, playwright, server }) => {
  await freshlyProved(page, server)
  const label = `nightly copy ${Date.now()}`
  await page.goto('/settings?tab=tokens')
  await page.getByRole('button', { name: 'Create a token' }).click()
  const form = page.getByRole('dialog', { name: 'Create a token' })
  await form.getByLabel('What it is for').fill(label)
  await form.getByRole('button', { name: 'Create a token' }).click()
  const shown = page.getByRole('dialog', { name: 'Your new token' })
  const token = await codeIn(shown, 'Token')
  await accessible(page)
  await shown.getByRole('button', { name: 'Done' }).click()
  await expect(page.getByText(token)).toHaveCount(0)
  await expect(rowOf(page, 'Tokens', label)).toContainText('works')

  const program = await playwright.request.newContext({
    baseURL: server.url,
    extraHTTPHeaders: { authorization: `Bearer ${token}` },
  })
  const read = await program.get('/exports/permissions.csv')
  expect(read.status()).toBe(200)
  expect(await read.text()).toMatch(/^row_no,permission,/)

  await page.getByRole('button', { name: `Revoke ${label}` }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Revoke' }).click()
  await expect(rowOf(page, 'Tokens', label)).toContainText('revoked')
  expect((await program.get('/exports/permissions.csv')).status()).toBe(401)
})

test('everyone has tokens of their own, which read no more than they do', async ({
  server,
  browser,
  playwright,
}) => {
  const email = 'token-editor@example.test'
  const added = await command(
    server,
    ['user', 'add', email, '--name', 'Toby Editor', '--role', 'auditor'],
    password,
  )
  expect(added.code, added.stderr).toBe(0)
  const context = await browser.newContext({ baseURL: server.url })
  const theirs = await signedIn(playwright, server, email)
  await context.addCookies((await theirs.storageState()).cookies)
  const page = inCharge(await context.newPage())
  await page.goto('/settings?tab=account')
  await page.getByRole('button', { name: 'Create a token' }).focus()
  await page.keyboard.press('Enter')
  const form = page.getByRole('dialog', { name: 'Create a token' })
  await expect(form.getByLabel('Reads as')).toHaveCount(0)
  await form.getByLabel('What it is for').fill('my copy')
  await page.keyboard.press('Enter')
  const shown = page.getByRole('dialog', { name: 'Your new token' })
  const token = await codeIn(shown, 'Token')
  await shown.getByRole('button', { name: 'Done' }).click()
  await expect(rowOf(page, 'Tokens', 'my copy')).toContainText('works')
  await accessible(page)
  const program = await playwright.request.newContext({
    baseURL: server.url,
    extraHTTPHeaders: { authorization: `Bearer ${token}`, origin: server.url },
  })
  expect((await program.get('/exports/permissions.csv')).status()).toBe(200)
  const made = await program.post('/api/trpc/tokens.createOwn', { data: { label: 'more' } })
  expect(made.status()).toBe(403)

  // Who writes nothing still selects rows, to export them.
  await page.goto('/sub-processors')
  await page.getByRole('checkbox', { name: 'Select Microsoft Azure' }).check()
  const bar = page.getByRole('toolbar', { name: 'Selected records' })
  await expect(bar.getByRole('button', { name: 'Export selected' })).toBeVisible()
  for (const name of ['Set…', 'Archive…'])
    await expect(bar.getByRole('button', { name })).toHaveCount(0)

  await page.goto('/settings?tab=account')
  await page.getByRole('button', { name: 'Revoke my copy' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Revoke' }).click()
  await expect(rowOf(page, 'Tokens', 'my copy')).toContainText('revoked')
  expect((await program.get('/exports/permissions.csv')).status()).toBe(401)
  await context.close()
})

test('sessions are seen and ended from elsewhere', async ({ dpo: page, browser, server }) => {
  const other = await opened(browser, `${server.url}/sign-in`)
  await other.getByLabel('E-mail').fill('dpo@example.test')
  await other.getByLabel('Password', { exact: true }).fill(password)
  await other.getByRole('button', { name: 'Sign in' }).click()
  await expect(other.getByRole('navigation', { name: 'Register' })).toBeVisible()
  await page.goto('/settings?tab=account')
  await expect(page.getByText('this session')).toBeVisible()
  const ends = page.getByRole('button', { name: /^End the session/ })
  const count = await ends.count()
  expect(count).toBeGreaterThan(0)
  await ends.first().click()
  await expect(ends).toHaveCount(count - 1)
  await other.goto('/settings?tab=account')
  await expect(other.getByRole('heading', { name: 'Sign in' })).toBeVisible()
})

test('the language is the person’s own, kept on the server', async ({ dpo: page, browser }) => {
  await page.goto('/settings?tab=account')
  await page.getByRole('radio', { name: 'Français' }).check()
  await expect(page.getByRole('heading', { name: 'Paramètres' })).toBeVisible()
  await expect(page.getByText('Enregistré.')).toBeVisible()
  const kept = await page.context().cookies()
  const fresh = await browser.newContext()
  await fresh.addCookies(kept)
  const elsewhere = await fresh.newPage()
  await elsewhere.goto(page.url())
  await expect(elsewhere.getByRole('heading', { name: 'Paramètres' })).toBeVisible()

  const english = /\b(the|and|with|which|your|until|what|there)\b/i
  for (const address of [
    '/reviews',
    '/exports',
    ...tabs.slice(1).map((tab) => `/settings?tab=${tab}`),
  ]) {
    await page.goto(address)
    await page.waitForLoadState('networkidle')
    const said = await page.getByRole('main').textContent()
    const plain = address.endsWith('reference') ? '' : (said ?? '')
    expect(english.exec(plain)?.[0], address).toBeUndefined()
  }
  await page.goto('/settings?tab=account')
  await page.getByRole('radio', { name: 'English' }).check()
  await expect(page.getByRole('heading', { name: 'Settings' })).toBeVisible()
  await expect(page.getByText('Saved.')).toBeVisible()
})

test('reference data are added, dated and removed', async ({ dpo: page }) => {
  await page.goto('/settings?tab=reference')
  const list = 'Adequacy decisions, Art. 45'
  await page
    .getByRole('region', { name: list })
    .getByRole('button', { name: 'Add a country' })
    .click()
  const form = page.getByRole('dialog', { name: /^Add a country/ })
  await form.getByLabel('Source').fill('Decision of a test')
  await form.getByRole('button', { name: 'Add', exact: true }).click()
  await expect(form.getByRole('alert')).toContainText('Country, from and source are needed.')
  await form.getByRole('combobox', { name: 'Country' }).fill('Kenya')
  await page.getByRole('option', { name: /Kenya/ }).click()
  await form.getByLabel('From').fill('2026-01-15')
  await accessible(page)
  await form.getByRole('button', { name: 'Add', exact: true }).click()
  await expect(rowOf(page, list, 'Kenya')).toContainText('15 Jan 2026')

  await page.getByRole('button', { name: 'Change Kenya' }).click()
  const change = page.getByRole('dialog', { name: 'Change Kenya' })
  await change.getByLabel('Until').fill('2026-03-01')
  await change.getByRole('button', { name: 'Save' }).click()
  await expect(rowOf(page, list, 'Kenya')).toContainText('1 Mar 2026')

  await page.getByRole('button', { name: 'Remove Kenya' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Remove' }).click()
  await expect(rowOf(page, list, 'Kenya')).toHaveCount(0)
})

async function codeIn(dialog: Locator, name: string): Promise<string> {
  return (await dialog.getByRole('region', { name }).locator('code').textContent()) ?? ''
}

async function choose(page: Page, person: string, act: string) {
  await page.getByRole('button', { name: `Change ${person}` }).click()
  await page.getByRole('menuitem', { name: act }).click()
}

async function opened(browser: Browser, address: string): Promise<Page> {
  const context = await browser.newContext({ baseURL: new URL(address).origin })
  const page = await context.newPage()
  await page.goto(address)
  return page
}
