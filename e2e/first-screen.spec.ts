import type { Page } from '@playwright/test'
import { expect, test } from './journey.ts'

const drawn = (page: Page) => page.locator('.first-screen')
const firstRow = (page: Page) => page.getByRole('grid').locator('a.name').first()

/** The script of the page never comes, only what runs before it is painted. */
const withoutScript = (page: Page) =>
  page.route('**/assets/index-*.js', (route) =>
    route.fulfill({ contentType: 'text/javascript', body: '' }),
  )
const again = (page: Page) => page.evaluate(() => location.reload())

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false })
  test('a list is there with its rows, which lead to their records', async ({ dpo: page }) => {
    const list = await page.context().newPage()
    // The server gives itself a second to draw it, and on a busy machine may leave it to the script.
    await expect(async () => {
      await list.goto('/activities?sort=name')
      await expect(list).toHaveTitle('Activities · Ropewalk', { timeout: 1_000 })
    }).toPass()
    await expect(list.getByRole('columnheader', { name: 'Activity' })).toHaveAttribute(
      'aria-sort',
      'ascending',
    )
    await expect(list.getByRole('searchbox').first()).toHaveAttribute('inert')
    const views = list.getByRole('navigation', { name: 'Views' }).getByRole('link')
    await expect(views.first()).toBeVisible()
    await firstRow(list).click()
    await expect(list).toHaveURL(/\/activities\/PA-\d+$/)
  })
})

test('a stranger gets no rows', async ({ page }) => {
  const answer = await page.request.get('/activities')
  const text = await answer.text()
  expect(text).toContain('<div id="root"></div>')
  expect(text).not.toContain('PA-0001')
})

test('what the server drew gives way whole, and keeps the focus on its link', async ({
  dpo: page,
}) => {
  let release = () => {}
  const held = new Promise<void>((resolve) => {
    release = resolve
  })
  await page.route('**/assets/first-*.js', async (route) => {
    await held
    await route.continue()
  })
  const opened = page.goto('/activities', { waitUntil: 'commit' })
  await expect(firstRow(page)).toBeVisible()
  await expect(drawn(page)).toBeVisible()
  const rows = await page.getByRole('grid').locator('.id').allInnerTexts()
  const link = page.getByRole('navigation', { name: 'Register' }).getByRole('link').nth(2)
  await link.focus()
  release()
  await opened
  await expect(drawn(page)).toHaveCount(0)
  await expect(link).toBeFocused()
  expect(await page.getByRole('grid').locator('.id').allInnerTexts()).toEqual(rows)
})

test('a tab that reads an earlier day never shows today', async ({ dpo: page }) => {
  await page.goto('/activities')
  await page.evaluate(() => sessionStorage.setItem('ropewalk.as-of', '2020-01-01'))
  await withoutScript(page)
  await again(page)
  await expect(drawn(page)).toBeAttached()
  await expect(drawn(page)).toBeHidden()
})

test('the theme and the language of a browser stand before its script', async ({ dpo: page }) => {
  await page.goto('/activities')
  await page.evaluate(() => localStorage.setItem('ropewalk.theme', 'dark'))
  await withoutScript(page)
  await again(page)
  await expect(drawn(page)).toBeVisible()
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
  await page.evaluate(() => localStorage.setItem('ropewalk.language', 'fr'))
  await again(page)
  await expect(drawn(page)).toBeHidden()
})
