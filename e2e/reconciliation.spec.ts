import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { accessible, expect, test } from './journey.ts'

const list = [
  'Vendor,Amount',
  '"Atlassian Pty Ltd",100',
  'ATLASSIAN,20',
  'Netsuite Inc.,3',
  'Sales Force,40',
  'Azure,7',
  '"Northern Couriers, Inc.",9',
  ',1',
].join('\r\n')

const group = (page: Page, name: RegExp) => page.getByRole('region', { name })

test('an auditor sets a list of suppliers beside the register and takes the result away', async ({
  dpo: page,
}) => {
  await page.goto('/sub-processors')
  await page.getByRole('button', { name: 'Export this view' }).click()
  await page.getByRole('menuitem', { name: 'Compare with another list' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Reconciliation')
  await accessible(page)

  await page.getByLabel('Or choose a file').setInputFiles({
    name: 'payable.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from('Soci\xe9t\xe9', 'latin1'),
  })
  await expect(page.getByRole('alert')).toContainText('The text is not UTF-8')
  await page.getByLabel('Or choose a file').setInputFiles({
    name: 'payable.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(list),
  })
  await expect(page.getByText('payable.csv: 8 rows')).toBeVisible()
  await expect(page.getByLabel('Column')).toHaveValue('0')
  await expect(page.getByLabel('headings')).toBeChecked()
  await accessible(page)
  await page.getByRole('button', { name: 'Compare', exact: true }).click()

  const counts = page.getByRole('status').filter({ hasText: 'lines:' })
  await expect(counts).toHaveText(
    '7 lines: 4 in both, 1 only there, 1 candidate, 1 without a name; 2 only here',
  )
  await expect(group(page, /^In both/)).toContainText('atlassian'.toUpperCase())
  await expect(group(page, /^In both/)).toContainText('2 times, lines 2 and 3')
  await expect(group(page, /^Only there/)).toContainText('Northern Couriers, Inc.')
  await accessible(page)

  const same = page.getByRole('button', {
    name: 'The same: Sales Force, Salesforce.com',
    exact: true,
  })
  await same.focus()
  await page.keyboard.press('Enter')
  await expect(counts).toHaveText(
    '7 lines: 5 in both, 1 only there, 0 candidates, 1 without a name; 1 only here',
  )
  await expect(group(page, /^Candidates/).getByRole('heading')).toBeFocused()

  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Export the result (CSV)' }).click()
  const file = await download
  expect(file.suggestedFilename()).toMatch(/^ropewalk_reconciliation_\d{8}T\d{6}Z\.csv$/)
  const text = await readFile(await file.path(), 'utf8')
  expect(text.split('\r\n').slice(0, 6)).toEqual([
    '\uFEFFrow_no,line,listed_name,result,record_id,record,score,why',
    '1,2,Atlassian Pty Ltd,in both,SP-0004,Atlassian,,same name',
    '2,3,ATLASSIAN,in both,SP-0004,Atlassian,,same name',
    '3,4,Netsuite Inc.,in both,SP-0003,NetSuite,,same name',
    '4,5,Sales Force,in both,SP-0002,Salesforce.com,,confirmed by a person',
    '5,6,Azure,in both,SP-0001,Microsoft Azure,,same service',
  ])

  await page.getByRole('button', { name: 'Take back: Sales Force' }).click()
  await expect(counts).toContainText('1 candidate')
  await page.getByRole('button', { name: 'Not the same: Sales Force, Salesforce.com' }).click()
  await expect(counts).toContainText('2 only there, 0 candidates')
})

test('a pasted list works at 390 px, in French, with parties', async ({ dpo: page }) => {
  await page.setViewportSize({ width: 390, height: 844 })
  await page.goto('/exports?lang=fr')
  await page.getByRole('link', { name: 'Comparer avec une autre liste' }).click()
  await page.getByLabel('Coller une liste').fill('Sharepoint\nOkta, Inc.\nAtlasian')
  await page.getByRole('button', { name: 'Lire la liste' }).click()
  await page.getByLabel('les sous-traitants et les parties').check()
  await page.getByRole('button', { name: 'Comparer', exact: true }).click()
  await expect(page.getByRole('status').filter({ hasText: '3 lignes' })).toContainText(
    '1 dans les deux, 1 seulement là-bas, 1 candidat',
  )
  await accessible(page)
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
})
