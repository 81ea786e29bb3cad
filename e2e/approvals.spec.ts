import type { Page } from '@playwright/test'
import { command } from './command.ts'
import { accessible, expect, password, signedIn, test } from './journey.ts'

const record = '/activities/PA-0003'
const ownRecord = '/activities/PA-0005'

test('a record is asked for, approved by other eyes, and lapses when something material changes', async ({
  dpo,
  server,
  browser,
  playwright,
}) => {
  const added = await command(
    server,
    ['user', 'add', 'ed@example.test', '--name', 'Ed Editor', '--role', 'editor'],
    password,
  )
  expect(added.code, added.stderr).toBe(0)
  const request = await signedIn(playwright, server, 'ed@example.test')
  const context = await browser.newContext({
    baseURL: server.url,
    storageState: await request.storageState(),
  })
  const editor = await context.newPage()

  await rename(editor, 'Recruiting and hiring')
  await expect(line(editor)).toContainText('Draft')
  await ask(editor)
  await expect(line(editor)).toContainText('In review Ed Editor asked for approval')

  await dpo.goto('/reviews')
  await expect(dpo.getByRole('heading', { level: 1 })).toHaveText('Reviews')
  await expect(dpo.getByText('1 concerns you')).toBeVisible()
  await accessible(dpo)
  await dpo.getByRole('button', { name: 'Look at Recruiting and hiring and approve' }).click()
  const dialog = dpo.getByRole('dialog', { name: 'Approve Recruiting and hiring' })
  await expect(dialog).toContainText('Nothing of this was approved before')
  await expect(dialog.getByRole('definition').first()).toContainText('Recruiting and hiring')
  await accessible(dpo)
  await dialog.getByRole('button', { name: 'Send back' }).click()
  await expect(dialog.getByLabel('Comment')).toHaveAttribute('aria-invalid', 'true')
  await dialog.getByLabel('Comment').fill('Read with counsel')
  await dialog.getByRole('button', { name: 'Approve' }).click()
  await expect(dpo.getByText('Nothing waits for approval.')).toBeVisible()

  await editor.goto(record)
  await expect(line(editor)).toContainText('Approved by Dana Officer')
  await rename(editor, 'Recruiting')
  await expect(line(editor)).toContainText('Lapsed')
  await expect(line(editor)).toContainText('changed: Name')
  await expect(editor.getByText('lapsed its approval')).toBeVisible()

  await ask(editor)
  await dpo.goto(record)
  await line(dpo).getByRole('button', { name: 'Look and approve' }).click()
  const again = dpo.getByRole('dialog', { name: 'Approve Recruiting' })
  await expect(again).toContainText('since version 2, approved last')
  await expect(again.getByRole('definition')).toHaveText(/Recruiting and hiring.*Recruiting$/)
  await again.getByRole('button', { name: 'Approve' }).click()
  await expect(line(dpo)).toContainText('Approved by Dana Officer')
  await context.close()
})

test('who changed a record does not approve it alone, or it is marked', async ({ dpo }) => {
  await rename(dpo, 'Support, by the DPO', ownRecord)
  await ask(dpo)
  await line(dpo).getByRole('button', { name: 'Look and approve' }).click()
  const own = dpo.getByRole('dialog', { name: 'Approve Support, by the DPO' })
  await expect(own).toContainText('somebody else must approve it too')
  await own.getByRole('button', { name: 'Approve' }).click()
  await expect(own.getByRole('alert')).toContainText('four eyes are required')
  await own.getByRole('button', { name: 'Cancel' }).click()

  await dpo.goto('/settings?tab=approvals')
  await expect(dpo.getByLabel('Title 1')).toHaveValue('Global DPO')
  await dpo.getByRole('radio', { name: 'advised' }).check()
  await dpo.getByText(/^Activities \d+ of \d+$/).click()
  await accessible(dpo)
  await dpo.getByRole('button', { name: 'Save' }).click()
  await expect(dpo.getByText('Saved.')).toBeVisible()

  await dpo.goto(ownRecord)
  await line(dpo).getByRole('button', { name: 'Look and approve' }).click()
  await expect(own).toContainText('will be marked self-approved')
  await own.getByRole('button', { name: 'Approve' }).click()
  await expect(line(dpo)).toContainText('self-approved')
  await accessible(dpo)
  const csv = await dpo.request.get('/exports/approvals.csv')
  expect(await csv.text()).toMatch(/AP-\d+,PA-0005,.*,yes,,none,approved/)
})

test('a review that is due is answered where it stands', async ({ dpo: page }) => {
  await page.goto('/activities/PA-0004')
  await page.getByRole('button', { name: 'Edit Review' }).click()
  await page.getByLabel('Next review').fill('2020-01-31')
  await page.getByLabel('Reviewed every (months)').fill('6')
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByRole('button', { name: 'Edit Review' })).toBeVisible()

  await page.goto('/reviews')
  const due = page.getByRole('table', { name: 'To review' }).getByRole('row', { name: 'PA-0004' })
  await expect(due).toContainText('overdue')
  await due.getByRole('button', { name: 'is still true' }).click()
  const dialog = page.getByRole('dialog')
  await expect(dialog).toContainText('in 6 months')
  await dialog.getByLabel('Note').fill('Read again')
  await accessible(page)
  await dialog.getByRole('button', { name: 'Still true' }).click()
  await expect(page.getByText('Answered; the next review is on')).toBeVisible()
  await expect(due).toHaveCount(0)
  await page.goto('/activities/PA-0004')
  await expect(page.getByText('found it still true').first()).toBeVisible()
})

const line = (page: Page) => page.getByRole('region', { name: 'Approval' })

async function ask(page: Page) {
  await line(page).getByRole('button', { name: 'Ask for approval' }).click()
  await page
    .getByRole('dialog', { name: 'Ask for approval' })
    .getByRole('button', { name: 'Ask for approval' })
    .click()
  await expect(line(page)).toContainText('In review')
}

async function rename(page: Page, name: string, address = record) {
  await page.goto(address)
  await page.getByRole('button', { name: 'Edit What', exact: true }).click()
  await page.getByLabel('Name', { exact: true }).fill(name)
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(name)
}
