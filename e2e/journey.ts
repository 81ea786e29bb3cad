import AxeBuilder from '@axe-core/playwright'
import { test as base, expect, type Page } from '@playwright/test'
import { startPostgres } from '@ropewalk/db/test-postgres.ts'
import { type Served, serve } from './server.ts'

/** The database that the server of a worker keeps its register in. */
export type EngineOption = { engine: 'sqlite' | 'postgres' }
type Worker = { server: Served } & EngineOption
type Journey = { dpo: Page }

export const password = 'a long enough passphrase'
const dpoEmail = 'dpo@example.test'

/** One server and one register a worker; `dpo` is a page on which the first account is signed in. */
export const test = base.extend<Journey, Worker>({
  engine: ['sqlite', { option: true, scope: 'worker' }],
  server: [
    async ({ engine }, use) => {
      const postgres = engine === 'postgres' ? await startPostgres() : undefined
      const server = await serve(
        postgres ? { DATABASE_URL: await postgres.create('register') } : {},
      )
      await use(server)
      await server.stop()
      await postgres?.stop()
    },
    { scope: 'worker' },
  ],
  baseURL: ({ server }, use) => use(server.url),
  dpo: async ({ page, server }, use) => {
    const errors: string[] = []
    page.on('console', (message) => {
      if (message.type() === 'error') errors.push(message.text())
    })
    page.on('pageerror', (error) => errors.push(error.message))
    await signIn(page, server)
    await use(page)
    expect(errors.filter((error) => !/status of 4\d\d|status of 507/.test(error))).toEqual([])
  },
})
export { expect }

/** Signs the first account in, making it by its single-use link where that is still to be done. */
export async function signIn(page: Page, server: Served): Promise<void> {
  const made = await fetch(`${server.url}/api/auth/sign-in/email`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: server.url },
    body: JSON.stringify({ email: dpoEmail, password }),
  })
  if (made.ok) {
    await page.goto(server.url)
    await page.getByLabel('E-mail').fill(dpoEmail)
    await page.getByLabel('Password', { exact: true }).fill(password)
    await page.getByRole('button', { name: 'Sign in' }).click()
  } else {
    await page.goto(server.firstAccountLink())
    await page.getByLabel('Name').fill('Dana Officer')
    await page.getByLabel('E-mail').fill(dpoEmail)
    await page.getByLabel('Password', { exact: true }).fill(password)
    await page.getByRole('button', { name: 'Create the account' }).click()
  }
  await expect(page.getByRole('navigation', { name: 'Register' })).toBeVisible()
}

/** axe finds nothing on this page. */
export async function accessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze()
  expect(
    violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' ')}`),
  ).toEqual([])
}
