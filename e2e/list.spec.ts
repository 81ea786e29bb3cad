import type { Locator, Page } from '@playwright/test'
import { accessible, expect, test } from './journey.ts'

const grid = (page: Page) => page.getByRole('grid')
const rows = (page: Page) =>
  grid(page)
    .getByRole('row')
    .filter({ has: page.getByRole('rowheader') })
const idsIn = (page: Page) => grid(page).locator('.id').allInnerTexts()
const count = (page: Page, text: string | RegExp) =>
  expect(page.locator('.count').getByRole('status')).toHaveText(text)

async function open(page: Page, address: string): Promise<void> {
  await page.goto(address)
  await expect(rows(page).first()).toBeVisible()
}

/** Adds activities whose names begin with a word of their own, as another door would. */
async function add(page: Page, word: string, fields: readonly object[]): Promise<string[]> {
  const ids: string[] = []
  for (const [at, more] of fields.entries())
    ids.push(
      (
        await verb(page, 'activities.create', {
          changes: { fields: { name: `${word} ${at + 1}`, ...more } },
        })
      ).id,
    )
  return ids
}

const verb = (page: Page, name: string, input: object): Promise<{ id: string; version: number }> =>
  page.evaluate(
    async ([path, body]) => {
      const headers = { 'content-type': 'application/json' }
      const answer = await fetch(`/api/trpc/${path}`, { method: 'POST', headers, body })
      return (await answer.json()).result.data
    },
    [name, JSON.stringify(input)] as const,
  )

test('a list is searched, narrowed by chips and sorted, and its address is the view', async ({
  dpo: page,
}) => {
  await open(page, '/activities')
  await accessible(page)
  await page.getByRole('searchbox', { name: 'Search Activities' }).fill('cookies')
  await expect(page).toHaveURL(/q=cookies/)
  await count(page, /^1 of \d+$/)
  await page.keyboard.press('Escape')

  await page.getByRole('button', { name: 'Add filter' }).click()
  await page.getByRole('combobox', { name: 'Narrow the list by' }).fill('our role')
  await page.keyboard.press('Enter')
  const sheet = page.getByRole('dialog', { name: 'Add filter' })
  await sheet.getByLabel('processor', { exact: true }).check()
  await expect(page).toHaveURL(/role=processor/)
  await accessible(page)
  await sheet.getByRole('button', { name: 'Done' }).click()
  await expect(page.getByRole('button', { name: 'Our role: processor' })).toBeVisible()
  for (const row of await rows(page).all()) await expect(row).toContainText('processor')

  await page.reload()
  await expect(page.getByRole('button', { name: 'Our role: processor' })).toBeVisible()
  const narrowed = await idsIn(page)
  await page.getByRole('button', { name: 'Remove filter Our role' }).click()
  await expect(page).not.toHaveURL(/role=/)
  await expect.poll(async () => (await idsIn(page)).length).toBeGreaterThan(narrowed.length)

  const head = grid(page).getByRole('columnheader', { name: 'Activity' })
  await head.getByRole('button').click()
  await expect(page).toHaveURL(/sort=name/)
  await expect(head).toHaveAttribute('aria-sort', 'ascending')
  await head.getByRole('button').click()
  await expect(page).toHaveURL(/sort=-name/)
  await expect(head).toHaveAttribute('aria-sort', 'descending')
})

test('names of linked records are found by typing and stand in the chip', async ({ dpo: page }) => {
  await open(page, '/activities')
  await page.getByRole('button', { name: 'Add filter' }).click()
  await page.getByRole('combobox', { name: 'Narrow the list by' }).fill('suppliers')
  await page.keyboard.press('Enter')
  await page.getByRole('combobox', { name: 'Find by name' }).fill('atlassian')
  await page.getByRole('option', { name: 'Atlassian' }).click()
  await expect(page).toHaveURL(/subProcessors=SP-0004/)
  await page.reload()
  await expect(page.getByRole('button', { name: 'Suppliers: Atlassian' })).toBeVisible()
  for (const row of await rows(page).all()) await expect(row).toContainText(/Atlassian|\+\d/)
})

test('what is exported holds the rows that are seen', async ({ dpo: page }) => {
  const exported = async (item: string | RegExp) => {
    await page.getByRole('button', { name: 'Export this view' }).click()
    const link = page.getByRole('menuitem', { name: item })
    const address = (await link.getAttribute('href')) ?? ''
    const file = page.waitForEvent('download')
    await link.click()
    expect((await file).suggestedFilename()).toMatch(/^ropewalk_.+\.csv$/)
    const text = await (await page.request.get(address)).text()
    return text
      .split('\r\n')
      .slice(1)
      .flatMap((line) => /^\d+,([A-Z]+-\d+)/.exec(line)?.[1] ?? [])
  }
  await open(page, '/activities?role=controller&subProcessors=stated')
  const seen = await idsIn(page)
  expect(seen.length).toBeGreaterThan(0)
  expect(await exported(/as controller: CSV/)).toEqual(seen)
  await open(page, '/sub-processors?q=project')
  expect(await exported('Sub-processors: CSV')).toEqual(await idsIn(page))
})

test('one field of many records changes in one step, and back', async ({ dpo: page }) => {
  await page.goto('/activities')
  const ids = await add(page, 'Palimpsest', [
    { lifecycle: 'planned' },
    {},
    { lifecycle: 'ongoing' },
  ])
  await open(page, '/activities?q=palimpsest')
  await count(page, /^3 of/)
  await page.getByRole('checkbox', { name: 'Select all 3' }).check()
  await page
    .getByRole('toolbar', { name: 'Selected records' })
    .getByRole('button', { name: 'Set…' })
    .click()
  const dialog = page.getByRole('dialog', { name: 'Set one field of 3 records' })
  await dialog.getByLabel('Field', { exact: true }).selectOption('Lifecycle')
  await dialog.getByLabel('Becomes', { exact: true }).selectOption('ongoing')
  await expect(dialog).toContainText('2 records change, 1 already reads so')
  await expect(dialog.getByRole('listitem')).toHaveCount(2)
  await expect(dialog.getByRole('listitem').first()).toContainText(`${ids[0]}Palimpsest 1`)
  await accessible(page)

  // Someone else is faster: refused as a whole, and the record is named.
  await verb(page, 'activities.change', {
    id: ids[0],
    version: 1,
    changes: { fields: { description: 'Mine' } },
  })
  await dialog.getByRole('button', { name: 'Change 2' }).click()
  await expect(dialog.getByRole('alert')).toContainText(`changed ${ids[0]} meanwhile`)
  await dialog.getByRole('button', { name: 'Look again' }).click()
  await dialog.getByRole('button', { name: 'Change 2' }).click()
  await expect(dialog).toBeHidden()
  await expectRows(page, '/activities?q=palimpsest&lifecycle=ongoing', 3)

  await page.goBack()
  await page.getByRole('checkbox', { name: 'Select Palimpsest 2' }).check()
  await page.getByRole('button', { name: 'Set…' }).click()
  await page.getByLabel('Field', { exact: true }).selectOption('Lifecycle')
  await page.getByLabel('Becomes', { exact: true }).selectOption('stopped')
  await page.getByRole('button', { name: 'Change 1' }).click()
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(page.getByText('1 record has its former value again.')).toBeVisible()
  await expectRows(page, '/activities?q=palimpsest&lifecycle=ongoing', 3)
  for (const id of ids) await remove(page, 'activities', id)
})

test('selected records are exported, given a measure, and archived each by itself', async ({
  dpo: page,
}) => {
  await page.goto('/activities')
  const ids = await add(page, 'Quillon', [{ role: 'controller' }, {}, { role: 'controller' }])
  const measure = (await verb(page, 'measures.create', {
    changes: { fields: { name: 'Quillon guard' } },
  })) as { id: string }
  await open(page, '/activities?q=quillon')
  await page.getByRole('checkbox', { name: 'Select all 3' }).check()
  await page.getByRole('checkbox', { name: 'Select Quillon 2' }).uncheck()
  const bar = page.getByRole('toolbar', { name: 'Selected records' })
  await bar.getByRole('button', { name: 'Export selected' }).focus()
  await page.keyboard.press('ArrowDown')
  const file = page.waitForEvent('download')
  const link = page.getByRole('menuitem', { name: /as controller: CSV/ })
  await expect(link).toBeFocused()
  const address = (await link.getAttribute('href')) ?? ''
  await accessible(page)
  await page.keyboard.press('Enter')
  expect((await file).suggestedFilename()).toMatch(/^ropewalk_activities-controller.+\.csv$/)
  const text = await (await page.request.get(address)).text()
  expect(text.match(/PA-\d{4}(?=,Quillon)/g)).toEqual([ids[0], ids[2]])

  await page.getByRole('checkbox', { name: 'Select Quillon 2' }).check()
  await bar.getByRole('button', { name: 'Add a measure…' }).click()
  const dialog = page.getByRole('dialog', { name: 'Add a measure to 3 activities' })
  await dialog.getByRole('combobox', { name: 'Measure' }).fill('quillon')
  await page.getByRole('option', { name: 'Quillon guard' }).click()
  await expect(dialog).toContainText('3 records change')
  await accessible(page)
  await dialog.getByRole('button', { name: 'Change 3' }).click()
  await expect(dialog).toBeHidden()
  await expectRows(page, `/activities?measures=${measure.id}`, 3)
  await page.goto('/activities?q=quillon')
  await page.getByRole('checkbox', { name: 'Select Quillon 1' }).check()
  await bar.getByRole('button', { name: 'Add a measure…' }).click()
  const again = page.getByRole('dialog', { name: 'Add a measure to 1 activity' })
  await again.getByRole('combobox', { name: 'Measure' }).fill('quillon')
  await page.getByRole('option', { name: 'Quillon guard' }).click()
  await expect(again).toContainText('0 records change, 1 already reads so')
  await expect(again.getByRole('button', { name: 'Change 0' })).toBeDisabled()
  await page.keyboard.press('Escape')

  // Someone else is faster at one of them: that one stays, selected, and says why; the others are archived.
  await page.getByRole('checkbox', { name: 'Select all 3' }).check()
  await bar.getByRole('button', { name: 'Archive…' }).click()
  const archive = page.getByRole('dialog', { name: 'Archive 3 records' })
  await archive.getByLabel('Reason, if you wish').fill('No longer done')
  await verb(page, 'activities.change', {
    id: ids[1],
    version: 2,
    changes: { fields: { description: 'Mine' } },
  })
  await archive.getByRole('button', { name: 'Archive 3' }).click()
  await expect(archive.getByRole('status')).toContainText('2 records archived.')
  await expect(archive.getByRole('listitem')).toContainText([`${ids[1]} Quillon 2`])
  await accessible(page)
  await archive.getByRole('button', { name: 'Done' }).click()
  await expect(bar).toContainText('1 selected')
  await count(page, /^1 of/)
  for (const id of ids) await remove(page, 'activities', id)
  await remove(page, 'measures', measure.id)
})

async function expectRows(page: Page, address: string, n: number) {
  await page.goto(address)
  await count(page, new RegExp(`^${n} of`))
}

test('a list is walked, selected from, edited and added to by keyboard', async ({ dpo: page }) => {
  await page.goto('/sub-processors')
  await expect(rows(page).first()).toBeVisible()
  await page.keyboard.press('f')
  await expect(page.getByRole('searchbox', { name: 'Search Sub-processors' })).toBeFocused()
  const cell = grid(page).locator('tbody [data-column="1"]')
  await tabTo(page, cell.first())
  await page.keyboard.press('ArrowDown')
  await expect(cell.nth(1)).toBeFocused()
  await page.keyboard.press(' ')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press(' ')
  const bar = page.getByRole('toolbar', { name: 'Selected records' })
  await expect(bar).toContainText('2 selected')
  await page.keyboard.press('Escape')
  await expect(bar).toBeHidden()

  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Enter')
  await page.keyboard.type('business software')
  await page.keyboard.press('Enter')
  await expect(rows(page).nth(2)).toContainText('business software')
  await page.keyboard.press('u')
  await expect(rows(page).nth(2)).not.toContainText('business software')
  await page.keyboard.press('Home')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/sub-processors\/SP-0003$/)

  await page.goto('/measures')
  await expect(rows(page).first()).toBeVisible()
  await page.keyboard.press('n')
  await page.keyboard.type('Locks on every door')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/measures\/SM-\d+$/)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Locks on every door')
  await remove(page, 'measures', new URL(page.url()).pathname.split('/')[2] ?? '')
})

/** The register is shared with other journeys: what was added goes again. */
async function remove(page: Page, path: string, id: string): Promise<void> {
  const input = encodeURIComponent(JSON.stringify({ id }))
  const read = await page.request.get(`/api/trpc/${path}.read?input=${input}`)
  const { version } = (await read.json()).result.data.record
  expect(await verb(page, `${path}.remove`, { id, version })).toEqual({ id })
}

async function tabTo(page: Page, target: Locator) {
  await expect(async () => {
    await page.keyboard.press('Tab')
    await expect(target).toBeFocused({ timeout: 50 })
  }).toPass({ timeout: 30_000, intervals: [0] })
}

test('a list that matches nothing says so and leads on', async ({ dpo: page }) => {
  await page.goto('/activities?q=kiosk&role=processor&findings=conflict')
  await expect(
    page.getByRole('heading', { name: 'Nothing matches “kiosk” with 2 filters' }),
  ).toBeVisible()
  await accessible(page)
  await page.getByRole('button', { name: 'Show all' }).click()
  await expect(rows(page).first()).toBeVisible()
  await page.goto('/activities?sort=nonsense')
  await expect(page.getByRole('alert')).toContainText('cannot be sorted by this')
})

test('a view of one’s own is kept, found again and removed', async ({ dpo: page }) => {
  await open(page, '/activities?role=controller')
  await page.getByRole('button', { name: 'Save this view' }).click()
  await page.getByLabel('Name of the view').fill('Ours alone')
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await open(page, '/activities')
  const views = page.getByRole('navigation', { name: 'Saved views' })
  await views.getByRole('link', { name: 'Ours alone' }).click()
  await expect(page).toHaveURL(/role=controller/)
  await expect(views.getByRole('link', { name: 'Ours alone' })).toHaveAttribute(
    'aria-current',
    'page',
  )
  await page.getByRole('button', { name: 'Remove the view Ours alone' }).click()
  await expect(views.getByRole('link', { name: 'Ours alone' })).toBeHidden()
})

test('a list works at 360 px', async ({ dpo: page }) => {
  await page.setViewportSize({ width: 360, height: 740 })
  await open(page, '/activities')
  await accessible(page)
  await page.getByRole('button', { name: 'Add filter' }).click()
  await page.getByRole('combobox', { name: 'Narrow the list by' }).fill('findings')
  await page.keyboard.press('Enter')
  await page.getByRole('dialog', { name: 'Add filter' }).getByLabel('gap').check()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('button', { name: 'Findings: gap' })).toBeVisible()
  await rows(page).first().getByRole('checkbox').check()
  await expect(page.getByRole('toolbar', { name: 'Selected records' })).toBeVisible()
  await accessible(page)
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360)
  await rows(page).nth(1).getByRole('link').click()
  await expect(page).toHaveURL(/\/activities\/PA-\d+$/)
})
