import { accessible, expect, test } from './journey.ts'

test('a reader without script searches, takes the filter away and changes language', async ({
  browser,
  server,
}) => {
  const context = await browser.newContext({ javaScriptEnabled: false, baseURL: server.url })
  const page = await context.newPage()
  await page.goto('/subprocessors')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    'Sub-processors of X2O Media Inc.',
  )
  await expect(page.getByText('No change is announced at present.')).toBeVisible()
  const list = page.getByRole('table', { name: /^Current sub-processors/ })
  await expect(list.getByRole('row')).toHaveCount(6)

  await page.getByRole('searchbox', { name: 'Search' }).fill('netsuite')
  await page.getByRole('searchbox', { name: 'Search' }).press('Enter')
  await expect(page).toHaveURL(/\/subprocessors\?q=netsuite/)
  await expect(list.getByRole('row')).toHaveCount(2)
  await expect(list.getByRole('rowheader')).toHaveText('NetSuite')
  await page.getByRole('link', { name: 'Français' }).click()
  await expect(page).toHaveURL(/\/fr\/subprocessors\?q=netsuite/)
  await page.getByRole('link', { name: /Recherche.*netsuite.*retirer/ }).click()
  await expect(page.getByRole('table').getByRole('row')).toHaveCount(6)

  await page.goto('/subprocessors?category=DC-9999')
  await page.getByRole('link', { name: 'show all 5' }).click()
  await expect(list.getByRole('row')).toHaveCount(6)
  await context.close()
})

for (const address of [
  '/subprocessors',
  '/fr/subprocessors?q=zebra',
  '/subprocessors/subscribe',
  '/fr/subprocessors/subscribe',
])
  for (const colorScheme of ['light', 'dark'] as const)
    test(`${address} is accessible, ${colorScheme}, wide and narrow, and runs nothing`, async ({
      page,
    }) => {
      const said: string[] = []
      page.on('console', (message) => said.push(message.text()))
      await page.emulateMedia({ colorScheme })
      for (const width of [1440, 360]) {
        await page.setViewportSize({ width, height: 800 })
        await page.goto(address)
        await accessible(page)
        const wider = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
        expect(wider).toBeLessThanOrEqual(0)
      }
      expect(said).toEqual([])
    })

test('prints on two sheets at most', async ({ page }) => {
  await page.goto('/subprocessors')
  const pdf = await page.pdf({ format: 'A4' })
  expect(pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length).toBeLessThanOrEqual(2)
})
