import { readFile } from 'node:fs/promises'
import { accessible, expect, test } from './journey.ts'

test('an auditor’s questions: what differs, what stood then, and whether a file is ours', async ({
  dpo: page,
}) => {
  await page.goto('/log')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Log')
  await expect(page.getByRole('table', { name: 'Entries' }).getByRole('row').nth(1)).toBeVisible()
  await accessible(page)

  const today = new Date().toISOString().slice(0, 10)
  const before = new Date(Date.now() - 3 * 86_400_000).toISOString().slice(0, 10)
  await page.getByLabel('From the end of').fill(before)
  await page.getByLabel('To the end of').fill(before)
  await page.getByRole('button', { name: 'Compare' }).click()
  await expect(page.getByText('The register is the same on both days.')).toBeVisible()

  const download = page.waitForEvent('download')
  await page.evaluate(() => {
    const link = document.createElement('a')
    link.href = '/exports/parties.csv'
    link.click()
  })
  const file = await (await download).path()
  await page.getByLabel('File', { exact: true }).setInputFiles(file)
  await expect(page.getByText(/Exported by .*: parties, csv, 13 rows/)).toBeVisible()
  const bytes = await readFile(file)
  await page.getByLabel('File', { exact: true }).setInputFiles({
    name: 'other.csv',
    mimeType: 'text/csv',
    buffer: Buffer.concat([bytes, bytes]),
  })
  await expect(page.getByText('No export had these bytes')).toBeVisible()

  await page.getByLabel('As of the end of').fill(before)
  await page.getByRole('button', { name: 'Read', exact: true }).click()
  await expect(page.getByText('You are reading the register as it stood on')).toBeVisible()
  await page.goto('/activities')
  await expect(page.getByText('No activities yet')).toBeVisible()
  await expect(page.getByRole('button', { name: 'New activity' })).toHaveCount(0)
  await accessible(page)
  await page.getByRole('button', { name: 'Back to today' }).click()
  await expect(page.getByText('Hosting and operation of customer Workspaces')).toBeVisible()

  await page.goto('/log')
  await expect(page.getByRole('table', { name: 'Entries' })).not.toContainText(
    /(people|starter|reference|exports|activities|sub-processors)\.[a-z]/,
  )

  await page.goto(`/activities?as-of=${today}`)
  await expect(page.getByText('You are reading the register as it stood on')).toBeVisible()
  await expect(page.getByText('Hosting and operation of customer Workspaces')).toBeVisible()
  await page.getByRole('button', { name: 'Back to today' }).click()
})
