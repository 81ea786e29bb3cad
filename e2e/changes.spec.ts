import type { Page } from '@playwright/test'
import { accessible, expect, test } from './journey.ts'
import type { Served } from './server.ts'

test.use({ register: 'changes' })

/** Calls a verb as the page's person. */
async function call(page: Page, server: Served, verb: string, data: unknown) {
  const answer = await page.request.post(`/api/trpc/${verb}`, {
    data,
    headers: { origin: server.url },
  })
  expect(answer.status(), await answer.text()).toBe(200)
  return (await answer.json()).result.data
}

const here = new Intl.DateTimeFormat('en-CA', { timeZone: 'America/Toronto', dateStyle: 'short' })
/** So many days from today, where the organisation is. */
const dayFrom = (days: number) => here.format(new Date(Date.now() + days * 86_400_000))

test('a DPO replaces Salesforce: impact, a promise kept, announced, held, told everywhere', async ({
  dpo: page,
  server,
}) => {
  await call(page, server, 'parties.create', {
    changes: {
      fields: {
        ...{ name: 'Bank of Tests', kind: 'customer', noticeDays: 45 },
        ...{ contactEmail: 'privacy@bank.example', authorisation: 'specific' },
      },
    },
  })
  const comes = await call(page, server, 'subProcessors.create', {
    changes: { fields: { name: 'New CRM', function: 'customer relationship management' } },
  })

  await page.goto('/changes')
  await expect(page.getByRole('heading', { name: 'Changes', level: 1 })).toBeVisible()
  await accessible(page)
  await page.getByRole('button', { name: 'Draft a change' }).click()
  const dialog = page.getByRole('dialog', { name: 'Draft a change' })
  await dialog.getByLabel('Kind').selectOption({ label: 'replacement' })
  await dialog.getByRole('combobox', { name: 'Sub-processors' }).fill('New CRM')
  await page.getByRole('option', { name: /New CRM/ }).click()
  await dialog.getByRole('combobox', { name: 'Replaced' }).fill('Salesforce')
  await page.getByRole('option', { name: /Salesforce/ }).click()
  const impact = dialog.getByRole('region', { name: 'What hangs on it' })
  await expect(impact).toContainText('Bank of Tests')
  await expect(impact).toContainText('45 days of notice')
  await accessible(page)
  await dialog.getByLabel('Why', { exact: true }).fill('Data stay in Canada')
  await dialog.getByLabel('In effect from').fill(dayFrom(20))
  await dialog.getByRole('button', { name: 'Draft it' }).click()

  await expect(page.getByRole('heading', { name: 'New CRM replaces Salesforce' })).toBeVisible()
  const id = page.url().slice(-7)
  await expect(page.getByText(/was promised a later day|was promised|were promised/)).toContainText(
    'Bank of Tests',
  )
  await accessible(page)
  expect((await page.request.get(`/subprocessors/changes/${id}`)).status()).toBe(404)

  await page.getByRole('button', { name: 'Announce' }).click()
  const announce = page.getByRole('dialog', { name: `Announce ${id}` })
  await expect(announce.getByLabel(/^Why this day/)).toBeVisible()
  await announce.getByRole('button', { name: 'Cancel' }).click()
  await page.getByRole('button', { name: 'Edit the draft' }).click()
  const edit = page.getByRole('dialog', { name: 'Edit the draft' })
  await edit.getByLabel('In effect from').fill(dayFrom(60))
  await edit.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByText('Ready to be announced.')).toBeVisible()
  await page.getByRole('button', { name: 'Announce' }).click()
  await announce.getByRole('button', { name: 'Announce' }).click()
  await expect(page.getByText('Held: Bank of Tests')).toBeVisible()
  await expect(page.getByRole('table', { name: 'Ledger' })).toContainText('privacy@bank.example')
  await accessible(page)

  const told = ['', `/changes/${id}`, '/changes', '.atom', '/feed.json']
  await expect(async () => {
    for (const path of told) {
      const answer = await fetch(`${server.url}/subprocessors${path}`)
      expect(await answer.text(), path).toContain('New CRM replaces Salesforce')
    }
    const calendar = await (await fetch(`${server.url}/fr/subprocessors/calendar.ics`)).text()
    expect(calendar).toContain(`UID:${id}-effective@127.0.0.1`)
  }).toPass({ timeout: 10_000 })
  const csv = await (await fetch(`${server.url}/subprocessors.csv`)).text()
  expect(csv).not.toContain('New CRM')

  await page.getByRole('button', { name: 'Record the answer' }).click()
  const answer = page.getByRole('dialog', { name: 'Answer of Bank of Tests' })
  await answer.getByRole('radio', { name: 'approved' }).check()
  await answer.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByText('Held: Bank of Tests')).toBeHidden()
  const ledger = await (await page.request.get('/exports/notice-deliveries.csv')).text()
  expect(ledger).toContain('specific: approved')

  await page.goto(`/sub-processors/${comes.id}`)
  await expect(page.getByText(`${id} is announced`)).toBeVisible()
  await page.getByRole('button', { name: 'Edit Status' }).click()
  const status = page.getByRole('region', { name: 'Status', exact: true })
  await expect(status).toContainText('Only a change writes it.')
  await accessible(page)
})

test('an announced change is withdrawn, and the public is told', async ({ dpo: page, server }) => {
  const draft = await call(page, server, 'changes.create', {
    ...{ kind: 'remove', why: 'Not used', subProcessors: ['SP-0003'], effectiveOn: dayFrom(60) },
  })
  const { id, version } = draft
  await call(page, server, 'changes.announce', { id, version })
  await page.goto(`/changes/${id}`)
  await page.getByRole('button', { name: 'Withdraw' }).click()
  const withdraw = page.getByRole('dialog', { name: `Withdraw ${id}` })
  await withdraw.getByLabel('Reason').fill('Not needed after all')
  await withdraw.getByRole('button', { name: 'Withdraw' }).click()
  await expect(page.getByRole('main')).toContainText('withdrawn')
  await page.goto(`/subprocessors/changes/${id}`)
  await expect(page.getByRole('heading', { level: 1 })).toContainText('(withdrawn)')
  await expect(page.getByRole('main')).toContainText('Not needed after all')
  await accessible(page)
  for (const path of ['', '/changes', '/SP-0002', `/as-of/${dayFrom(-1)}`, '/differences']) {
    await page.goto(`/fr/subprocessors${path}`)
    await accessible(page)
  }
})

test('what cannot wait takes effect today, and the list switches', async ({
  dpo: page,
  server,
}) => {
  await call(page, server, 'parties.create', {
    changes: { fields: { name: 'Careful', kind: 'customer', authorisation: 'specific' } },
  })
  const draft = await call(page, server, 'changes.create', {
    ...{ kind: 'remove', why: 'It closed', emergency: 'It closed yesterday' },
    ...{ subProcessors: ['SP-0004'], effectiveOn: dayFrom(0) },
  })
  await page.goto(`/changes/${draft.id}`)
  await expect(page.getByText('Ready to be announced.')).toBeVisible()
  await page.getByRole('button', { name: 'Announce' }).click()
  const dialog = page.getByRole('dialog', { name: `Announce ${draft.id}` })
  await dialog.getByRole('button', { name: 'Announce' }).click()
  // A customer has to authorise it: the DPO lets it go on with a reason.
  const goOn = 'Let it take effect all the same'
  await page.getByRole('button', { name: goOn }).click()
  const consent = page.getByRole('dialog', { name: goOn })
  await consent.getByLabel('Reason').fill('The supplier is gone')
  await consent.getByRole('button', { name: goOn }).click()
  await expect(page.getByText('Took effect')).toBeVisible()
  await expect(async () => {
    const csv = await (await fetch(`${server.url}/subprocessors.csv`)).text()
    expect(csv.split('\r\n').find((line) => line.startsWith('SP-0004'))).toContain('former')
  }).toPass({ timeout: 5_000 })
})
