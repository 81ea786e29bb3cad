import type { Page } from '@playwright/test'
import { accessible, expect, makeFirstAccount, test } from './journey.ts'
import { serve } from './server.ts'

const place = (page: Page) => page.getByRole('status').filter({ hasText: /^\d+ of \d+\./ })
const total = async (page: Page) =>
  Number(/ of (\d+)\./.exec((await place(page).textContent()) ?? '')?.[1])

/** Opens the queue at the first fact whose line in the list of all begins so. */
async function openAt(page: Page, fact: RegExp) {
  await page.goto('/to-confirm?view=all')
  await page.getByRole('main').getByRole('link', { name: fact }).first().click()
  await expect(page.getByRole('heading', { name: fact, level: 2 })).toBeVisible()
}

test('facts are confirmed one at a time by keyboard, beside the line of the policy', async ({
  dpo: page,
}) => {
  await page.goto('/')
  await page.getByRole('link', { name: /inferred facts? to confirm/ }).click()
  await expect(place(page)).toHaveText(/^1 of /)
  await accessible(page)
  const all = await total(page)
  await page.keyboard.press('c')
  await expect(place(page)).toHaveText(new RegExp(`^2 of ${all}\\.`))
  const rail = page.getByRole('navigation', { name: 'Register' })
  await expect(rail.getByRole('link', { name: /^To confirm/ })).toContainText(String(all - 1))

  await page.keyboard.press('s')
  await expect(place(page)).toHaveText(new RegExp(`^3 of ${all}\\.`))
  await page.keyboard.press('ArrowLeft')
  await expect(place(page)).toHaveText(new RegExp(`^2 of ${all}\\.`))
  const text = page.getByRole('region', { name: /^Text of X2O Media Privacy Policy/ })
  await expect(text.locator('mark').first()).toBeInViewport()

  const address = page.url()
  const told = await place(page).textContent()
  await page.keyboard.press('e')
  await expect(page).toHaveURL(/\/[a-z-]+\/[A-Z]+-\d{4}#\w+$/)
  const chapter = page.locator(new URL(page.url()).hash)
  await expect(chapter).toBeInViewport()
  await page.goBack()
  await expect(page).toHaveURL(address)
  await expect(place(page)).toContainText(told?.slice(told.indexOf('. ') + 2) ?? '')
})

test('a fact that is not so is removed after a question', async ({ dpo: page }) => {
  const fact = /^Data: Aptitudes, preferences/
  await openAt(page, fact)
  const left = await total(page)
  await page.keyboard.press('r')
  const question = page.getByRole('dialog', { name: 'Remove this fact?' })
  await expect(question).toContainText('History keeps it.')
  await page.keyboard.press('Escape')
  await expect(question).toBeHidden()
  await page.keyboard.press('r')
  await accessible(page)
  await question.getByRole('button', { name: 'Remove' }).click()
  await expect(question).toBeHidden()
  await page.goto('/to-confirm')
  await expect(place(page)).toHaveText(new RegExp(`^1 of ${left - 1}\\.`))
})

test('a fact that someone else changed meanwhile is shown again before it is confirmed', async ({
  dpo: page,
  server,
}) => {
  await openAt(page, /^Purposes: pass requests/)
  const at = await page.request.get(
    `/api/trpc/activities.read?input=${encodeURIComponent('{"id":"PA-0020"}')}`,
  )
  const { version } = (await at.json()).result.data.record
  const changes = { fields: { businessFunction: `Privacy ${version}` } }
  const changed = await page.request.post('/api/trpc/activities.change', {
    headers: { origin: server.url },
    data: { id: 'PA-0020', version, changes },
  })
  expect(changed.status()).toBe(200)

  await page.keyboard.press('c')
  await expect(page.getByRole('alert')).toContainText('PA-0020 was changed by someone else')
  await accessible(page)
  await page.keyboard.press('c')
  await expect(page.getByRole('alert')).toBeHidden()
  await page.goto('/to-confirm?view=all')
  await expect(page.getByRole('link', { name: 'All', exact: false }).first()).toBeVisible()
  await expect(page.getByRole('link', { name: /^Purposes: pass requests/ })).toHaveCount(0)
})

test('several facts are confirmed at once, record by record', async ({ dpo: page }) => {
  await page.goto('/to-confirm?view=all')
  await page.getByRole('checkbox', { name: 'Select all of SP-0005' }).check()
  await page.getByRole('checkbox', { name: /^Select: SP-0004, Status/ }).check()
  await accessible(page)
  await page.getByRole('button', { name: /^Confirm 3/ }).click()
  await expect(page.getByText('3 facts confirmed.')).toBeVisible()
  await expect(page.getByRole('link', { name: 'SP-0005 SharePoint' })).toHaveCount(0)
  await expect(page.getByRole('link', { name: 'SP-0004 Atlassian' })).toBeVisible()
})

test('findings are filtered, accepted with one reason, and opened again', async ({ dpo: page }) => {
  await page.goto('/findings')
  await accessible(page)
  await page.getByRole('link', { name: /^Advice/ }).click()
  await expect(page).toHaveURL(/severity=advice/)
  await page.getByRole('button', { name: /Role to confirm/ }).click()
  const group = page.getByRole('region', { name: /Role to confirm/ })
  await expect(group.getByRole('listitem')).toHaveCount(2)
  await group.getByRole('button', { name: 'Accept all 2…' }).click()
  const dialog = page.getByRole('dialog', { name: 'Accept 2 findings' })
  await accessible(page)
  await dialog.getByLabel('Reason').fill('The customers decide this year')
  await dialog.getByLabel('Until').fill('2099-12-31')
  await dialog.getByRole('button', { name: 'Accept 2 findings' }).click()
  await expect(dialog).toContainText('2 findings accepted.')
  await dialog.getByRole('button', { name: 'Done' }).click()
  await expect(group).toHaveCount(0)

  await page.getByRole('link', { name: 'Accepted' }).click()
  await page.getByLabel('Grouped').selectOption({ label: 'By record' })
  await expect(page).toHaveURL(/by=record/)
  await expect(page.getByText(/until 31 Dec 2099: The customers decide this year/)).toHaveCount(2)
  await accessible(page)
  for (let left = 2; left > 0; left -= 1) {
    await page.getByRole('button', { name: 'Open again' }).first().click()
    await expect(page.getByRole('button', { name: 'Open again' })).toHaveCount(left - 1)
  }
  await expect(page.getByRole('heading', { name: 'No finding is accepted' })).toBeVisible()
})

test('a finding leads to the chapter of its record', async ({ dpo: page }) => {
  await page.goto('/findings?rule=recipients-not-stated')
  const first = page.getByRole('main').getByRole('listitem').first()
  await first.getByRole('link', { name: 'Go to Recipients' }).click()
  await expect(page).toHaveURL(/\/activities\/PA-\d{4}#recipients$/)
  await expect(page.getByRole('heading', { name: 'Recipients', exact: true })).toBeInViewport()
})

test('the overview draws what changed each day, and says it as a table', async ({ dpo: page }) => {
  await page.goto('/')
  const { id, version } = await page.evaluate(async () => {
    const headers = { 'content-type': 'application/json' }
    const body = JSON.stringify({ changes: { fields: { name: 'Counted today' } } })
    const answer = await fetch('/api/trpc/measures.create', { method: 'POST', headers, body })
    return (await answer.json()).result.data as { id: string; version: number }
  })
  await page.reload()
  const part = page.getByRole('region', { name: 'What changed, day by day' })
  await expect(part.getByRole('img')).toHaveAccessibleName(/^\d+ changes? of records in 30 days\./)
  await part.getByText('As a table').focus()
  await page.keyboard.press('Enter')
  const days = part.getByRole('table', { name: 'What changed, day by day' })
  await expect(days.getByRole('row').last().getByRole('cell').last()).toHaveText(/^[1-9]/)
  await accessible(page)
  await page.request.post('/api/trpc/measures.remove', {
    data: { id, version },
    headers: { origin: new URL(page.url()).origin },
  })
})

test('the overview leads to the activities that lack an item', async ({ dpo: page }) => {
  await page.goto('/')
  await expect(page.getByRole('img', { name: /\d+ answered, \d+ in part/ }).first()).toBeVisible()
  await accessible(page)
  await page.getByRole('link', { name: 'recipients', exact: true }).click()
  await expect(page).toHaveURL(/\/activities\?.*rule=recipients-not-stated/)
  await expect(page.getByRole('heading', { name: 'Activities', level: 1 })).toBeVisible()
  await expect(page.getByRole('link', { name: 'Approximate and device location' })).toBeVisible()
  await expect(page.getByRole('link', { name: 'Marketing communications' })).toHaveCount(0)
})

test('every file of the exports page is there', async ({ dpo: page }) => {
  await page.goto('/exports')
  await expect(
    page.getByRole('heading', { name: /^Activities as controller 1\d rows/ }),
  ).toBeVisible()
  await accessible(page)
  const files = page.getByRole('main').getByRole('link', { name: /^(CSV|XLSX|JSON|PDF|DOCX)/ })
  const addresses = await files.evaluateAll((links) =>
    links.map((link) => link.getAttribute('href') ?? ''),
  )
  expect(addresses.length).toBeGreaterThanOrEqual(86)
  for (const address of addresses)
    expect((await page.request.get(address)).status(), address).toBe(200)
})

test('the pages of the first hour fit a phone', async ({ dpo: page }) => {
  await page.setViewportSize({ width: 360, height: 740 })
  for (const address of ['/', '/findings', '/to-confirm', '/to-confirm?view=all', '/exports']) {
    await page.goto(address)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    await page.waitForLoadState('networkidle')
    expect(await overflow(page), address).toBe(0)
    await accessible(page)
  }
})

const overflow = (page: Page) =>
  page.evaluate(() => Math.max(0, document.documentElement.scrollWidth - innerWidth))

test('an empty register asks first whose it is', async ({ page }) => {
  const server = await serve({ ROPEWALK_STARTER: 'empty' })
  try {
    await makeFirstAccount(page, server)
    await expect(page.getByRole('heading', { name: 'Whose register is this?' })).toBeVisible()
    await accessible(page)
    await page.getByLabel('Legal name').fill('Acme Ltd')
    await page.getByLabel('Address').fill('1 Rope Street')
    await page.getByRole('combobox', { name: 'Country' }).fill('Ireland')
    await page
      .getByRole('option', { name: /Ireland/ })
      .first()
      .click()
    await page.getByLabel('E-mail').fill('not an address')
    await page.getByRole('button', { name: 'Begin the register' }).click()
    await expect(page.getByLabel('E-mail')).toHaveAttribute('aria-invalid', 'true')
    await expect(page.getByLabel('Legal name')).toHaveValue('Acme Ltd')
    await page.getByLabel('E-mail').fill('privacy@acme.example')
    await page.getByRole('button', { name: 'Begin the register' }).click()
    await expect(page.getByRole('heading', { name: 'No activities yet' })).toBeVisible()
    await expect(page.getByRole('navigation', { name: 'Register' })).toContainText('Acme Ltd')
    await accessible(page)
    await page.goto(`${server.url}/to-confirm`)
    await expect(page.getByRole('heading', { name: 'Everything is confirmed' })).toBeVisible()
    await accessible(page)
  } finally {
    await server.stop()
  }
})
