import type { Browser, Page } from '@playwright/test'
import { accessible, expect, inCharge, test } from './journey.ts'
import type { Served } from './server.ts'

const azure = '/sub-processors/SP-0001'
const chapter = (page: Page, name: string) => page.getByRole('region', { name, exact: true })
const save = (page: Page) => page.getByRole('button', { name: /^Save/ }).click()

test('a DPO completes Microsoft Azure and publishes it', async ({ dpo: page, server }) => {
  await page.goto('/sub-processors')
  await page.getByRole('link', { name: 'Microsoft Azure' }).click()
  await expect(page.getByRole('heading', { name: 'Microsoft Azure', level: 1 })).toBeVisible()
  await accessible(page)
  const findings = page.getByRole('region', { name: /^Findings/ })
  await expect(findings).toContainText('Where Microsoft Azure processes the data is not stated.')

  await page.getByRole('button', { name: 'Edit Where' }).click()
  await page.getByRole('button', { name: 'Add: locations' }).click()
  const row = page.getByRole('group', { name: 'Locations, row 1' })
  await row.getByRole('combobox', { name: 'Country' }).fill('Canada')
  await page.getByRole('option', { name: /Canada/ }).click()
  await row.getByRole('checkbox', { name: 'hosting' }).check()
  await row.getByLabel('Transfer mechanism').selectOption({ label: '45 adequacy decision' })
  await accessible(page)
  await page.keyboard.press('Control+s')
  await expect(chapter(page, 'Where')).toContainText('Canada')
  await expect(findings).not.toContainText('processes the data is not stated')

  await page.getByRole('button', { name: /^Confirm all/ }).click()
  await expect(chapter(page, 'Activities it serves')).not.toContainText('inferred')
  await expect(chapter(page, 'Activities it serves')).toContainText('sub-processor')

  const history = page.getByRole('region', { name: /^History/ })
  await expect(history).toContainText('Dana Officer changed it')
  await expect(history).toContainText('Canada')

  await expect(page.getByText('Not yet published')).toBeVisible()
  const before = await (await page.request.get('/subprocessors.csv')).text()
  expect(before.split('\r\n')[1]).not.toContain('Canada')
  await page.getByRole('button', { name: 'Announce and publish' }).click()
  const dialog = page.getByRole('dialog')
  await accessible(page)
  await dialog.getByLabel(/^Reason/).fill('Stated for the first time')
  await dialog.getByRole('button', { name: 'Announce and publish' }).click()
  await expect(page.getByText('The public reads what the register says.')).toBeVisible()

  await expect(async () => {
    const csv = await (await fetch(`${server.url}/subprocessors.csv`)).text()
    const line = csv.split('\r\n')[1] ?? ''
    expect(line).toContain('Canada')
    expect(line).toContain('45 adequacy decision')
    expect(line).toContain('Customer Data content')
  }).toPass({ timeout: 5_000 })
  expect(await (await fetch(`${server.url}/subprocessors/changes`)).text()).toContain('Azure')
  await page.goto('/subprocessors')
  await expect(page.getByRole('table')).toContainText('Canada')
})

test('two people change one record: the second is told, sees both, loses nothing', async ({
  dpo: page,
  browser,
  server,
}) => {
  const other = await secondPage(browser, page, server)
  for (const each of [page, other]) {
    await each.goto('/sub-processors/SP-0003')
    await each.getByRole('button', { name: 'Edit Company' }).click()
  }
  await page.getByRole('textbox', { name: /^Legal entity/ }).fill('First Entity Inc.')
  await save(page)
  await expect(chapter(page, 'Company')).toContainText('First Entity Inc.')

  await other.getByRole('textbox', { name: /^Legal entity/ }).fill('Second Entity Ltd')
  await other.getByRole('textbox', { name: /^Address/ }).fill('1 Main Street')
  await save(other)
  const dialog = other.getByRole('dialog')
  await expect(dialog).toContainText('First Entity Inc.')
  await expect(dialog).toContainText('Second Entity Ltd')
  await accessible(other)
  await expect(dialog.getByRole('button', { name: 'Save this' })).toBeDisabled()
  await dialog.getByRole('radio', { name: 'First Entity Inc.' }).check()
  await dialog.getByRole('button', { name: 'Save this' }).click()
  await expect(chapter(other, 'Company')).toContainText('First Entity Inc.')
  await expect(chapter(other, 'Company')).toContainText('1 Main Street')
})

test('what was typed survives a reload, and leaving asks', async ({ dpo: page }) => {
  await page.goto('/activities/PA-0006')
  await page.getByRole('button', { name: 'Edit What', exact: true }).click()
  await page.getByRole('textbox', { name: /^Description/ }).fill('half a thought')
  page.on('dialog', (dialog) => dialog.accept())
  await page.reload()
  await expect(page.getByRole('textbox', { name: /^Description/ })).toHaveValue('half a thought')
  await page.getByRole('link', { name: 'Overview' }).click()
  await expect(page.getByRole('dialog')).toContainText('Leave without saving?')
  await page.getByRole('button', { name: 'Stay', exact: true }).click()
  await page.getByRole('button', { name: 'Cancel', exact: true }).click()
  await expect(page.getByRole('textbox', { name: /^Description/ })).toHaveCount(0)
})

test('names that look like code are shown as themselves', async ({ dpo: page }) => {
  const name = `<img src=x onerror=alert(1)> =HYPERLINK("http://x","y") O'Brien; DROP TABLE`
  await page.goto('/activities/PA-0007')
  await page.getByRole('button', { name: 'Copy as new' }).click()
  await page.getByLabel('Name of the copy').fill(name)
  await page.getByRole('button', { name: 'Create' }).click()
  await expect(page.getByRole('heading', { name, level: 1 })).toBeVisible()
  await page.getByRole('button', { name: 'Edit What', exact: true }).click()
  await page.getByRole('textbox', { name: /^Name/ }).fill('a\u202eb')
  await save(page)
  await expect(page.getByRole('alert')).toContainText('reverses the direction')
  await expect(page.getByRole('textbox', { name: /^Name/ })).toHaveValue('a\u202eb')
})

test('a record reads in French without an English word, and on a phone', async ({ dpo: page }) => {
  await page.setViewportSize({ width: 360, height: 780 })
  await page.goto(`${azure}?lang=fr`)
  await expect(page.getByRole('heading', { name: 'Microsoft Azure', level: 1 })).toBeVisible()
  await expect(page.getByRole('heading', { name: 'Historique' })).toBeVisible()
  const text = await page.locator('main').textContent()
  expect(text).not.toMatch(
    /\b(Not stated|Edit|Findings|Where used|Save|Publish|Announce|Confirm)\b/,
  )
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - window.innerWidth,
  )
  expect(overflow).toBeLessThanOrEqual(0)
  await accessible(page)
})

async function secondPage(browser: Browser, page: Page, server: Served): Promise<Page> {
  const context = await browser.newContext({
    storageState: await page.context().storageState(),
    baseURL: server.url,
  })
  return inCharge(await context.newPage())
}
