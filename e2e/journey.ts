import AxeBuilder from '@axe-core/playwright'
import {
  type APIRequestContext,
  type BrowserContext,
  test as base,
  expect,
  type Page,
  type PlaywrightWorkerArgs,
} from '@playwright/test'
import { startPostgres } from '@ropewalk/db/test-postgres.ts'
import { command } from './command.ts'
import { type Served, serve } from './server.ts'

/** The database that the server of a worker keeps its register in. */
export type EngineOption = { engine: 'sqlite' | 'postgres' }
/** Whose register it is: the journeys of a file that leaves it changed name one of their own. */
type RegisterOption = { register: string }
type Worker = { server: Served; session: Cookies } & EngineOption & RegisterOption
type Cookies = Parameters<BrowserContext['addCookies']>[0]
type Journey = { dpo: Page }

export const password = 'a long enough passphrase'
const dpoEmail = 'dpo@example.test'

/** One server and one register a worker, with one account; `dpo` is a page on which it is signed in. */
export const test = base.extend<Journey, Worker>({
  engine: ['sqlite', { option: true, scope: 'worker' }],
  register: ['shared', { option: true, scope: 'worker' }],
  server: [
    async ({ engine }, use) => {
      const postgres = engine === 'postgres' ? await startPostgres() : undefined
      const server = await serve(
        postgres ? { DATABASE_URL: await postgres.create('register') } : {},
      )
      const added = await command(
        server,
        ['user', 'add', dpoEmail, '--name', 'Dana Officer', '--role', 'admin', 'dpo'],
        password,
      )
      expect(added.code, added.stderr).toBe(0)
      await use(server)
      await server.stop()
      await postgres?.stop()
    },
    { scope: 'worker' },
  ],
  session: [
    async ({ server, playwright }, use) => {
      const request = await signedIn(playwright, server, dpoEmail)
      await use((await request.storageState()).cookies)
      await request.dispose()
    },
    { scope: 'worker' },
  ],
  baseURL: ({ server }, use) => use(server.url),
  dpo: async ({ page, session }, use) => {
    const errors: string[] = []
    page.on('console', (message) => {
      if (message.type() === 'error') errors.push(message.text())
    })
    page.on('pageerror', (error) => errors.push(error.message))
    await page.context().addCookies(session)
    await use(inCharge(page))
    expect(errors.filter((error) => !/status of 4\d\d|status of 507/.test(error))).toEqual([])
  },
})
export { expect }

/** A page that is there, once it is opened, when its script has taken the place of what the server drew. */
export function inCharge(page: Page): Page {
  const { goto, reload } = page
  const taken = async <Answer>(answer: Answer): Promise<Answer> => {
    await page.locator('.first-screen').waitFor({ state: 'detached' })
    return answer
  }
  page.goto = async (...asked) => taken(await goto.apply(page, asked))
  page.reload = async (...asked) => taken(await reload.apply(page, asked))
  return page
}

/** Requests of a person who signed in with the password of all journeys. */
export async function signedIn(
  { request }: PlaywrightWorkerArgs['playwright'],
  server: Served,
  email: string,
): Promise<APIRequestContext> {
  const theirs = await request.newContext({
    baseURL: server.url,
    extraHTTPHeaders: { origin: server.url },
  })
  const answer = await theirs.post('/api/auth/sign-in/email', { data: { email, password } })
  expect(answer.status()).toBe(200)
  return theirs
}

/** The session of a worker may be older than what asks for a fresh proof allows. */
export async function freshlyProved(page: Page, server: Served): Promise<void> {
  const answer = await page.request.post(`${server.url}/api/trpc/people.prove`, {
    data: { password },
    headers: { origin: server.url },
  })
  expect(answer.status()).toBe(200)
}

/** Makes the first account of a server by its single-use link, as its owner does. */
export async function makeFirstAccount(page: Page, server: Served): Promise<void> {
  await page.goto(await server.firstAccountLink())
  await page.getByLabel('Name').fill('Dana Officer')
  await page.getByLabel('E-mail').fill(dpoEmail)
  await page.getByLabel('Password', { exact: true }).fill(password)
  await page.getByRole('button', { name: 'Create the account' }).click()
  await expect(page.getByRole('navigation', { name: 'Register' })).toBeVisible()
}

/** axe finds nothing on this page. */
export async function accessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze()
  expect(
    violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' ')}`),
  ).toEqual([])
}
