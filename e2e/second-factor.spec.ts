import type { Page } from '@playwright/test'
import { Secret, TOTP } from 'otpauth'
import { command } from './command.ts'
import { accessible, expect, makeFirstAccount, password, test } from './journey.ts'
import { type Served, serve } from './server.ts'

test('a second factor is turned on, asked for, and replaced by a recovery code', async ({
  page,
}) => {
  test.slow()
  const server = await serve()
  try {
    await makeFirstAccount(page, server)
    await page.goto(`${server.url}/settings?tab=account`)
    const { secret, recoveryCodes } = await turnOn(page)
    await page.getByRole('button', { name: 'Done' }).click()
    await expect(page.getByText('10 recovery codes are left')).toBeVisible()

    await signOut(page)
    await givePassword(page)
    await accessible(page)
    await expect(page.getByLabel('Code')).toBeFocused()
    await page.getByLabel('Code').fill('000000')
    await page.getByRole('button', { name: 'Sign in' }).click()
    await expect(page.getByRole('alert')).toContainText('The code is wrong, or was used already.')
    // The code that turned it on was used: the next one is good already.
    await page.getByLabel('Code').fill(codeIn(secret, 30))
    await page.getByRole('button', { name: 'Sign in' }).click()
    await expect(page.getByRole('navigation', { name: 'Register' })).toBeVisible()

    await signOut(page)
    await givePassword(page)
    await page.getByRole('button', { name: 'Use a recovery code' }).click()
    await page.getByLabel('Recovery code').fill(recoveryCodes[0] ?? '')
    await page.getByRole('button', { name: 'Sign in' }).click()
    await expect(page.getByRole('navigation', { name: 'Register' })).toBeVisible()
    await page.goto(`${server.url}/settings?tab=account`)
    await expect(page.getByText('9 recovery codes are left')).toBeVisible()

    await page.getByRole('button', { name: 'Turn it off…' }).click()
    const off = page.getByRole('dialog', { name: 'Turn the second factor off?' })
    await off.getByRole('button', { name: 'Use a recovery code' }).click()
    await off.getByLabel('Password').fill(password)
    await off.getByLabel('Recovery code').fill(recoveryCodes[1] ?? '')
    await accessible(page)
    await off.getByRole('button', { name: 'Turn it off' }).click()
    await expect(page.getByRole('button', { name: 'Turn it on' })).toBeVisible()
  } finally {
    await server.stop()
  }
})

test('a role requires it: nothing else opens until it is on, and an administrator can reset it', async ({
  page,
  browser,
}) => {
  test.slow()
  const server = await serve()
  try {
    await makeFirstAccount(page, server)
    await command(
      server,
      ['user', 'add', 'rae@example.test', '--name', 'Rae Reader', '--role', 'auditor'],
      password,
    )
    await page.goto(`${server.url}/settings?tab=access`)
    const rule = page.getByRole('region', { name: 'Second factor required' })
    await rule.getByRole('checkbox', { name: 'administrator' }).check()
    await rule.getByRole('button', { name: 'Save' }).click()
    await expect(rule.getByRole('alert')).toContainText('You would shut yourself out')
    await rule.getByRole('checkbox', { name: 'administrator' }).uncheck()
    await rule.getByRole('checkbox', { name: 'auditor' }).check()
    await rule.getByRole('button', { name: 'Save' }).click()
    await expect(page.getByText('Saved.')).toBeVisible()

    const context = await browser.newContext({ baseURL: server.url })
    const hers = await context.newPage()
    await hers.goto('/activities')
    await givePassword(hers, 'rae@example.test')
    await expect(hers.getByRole('heading', { name: 'Turn on your second factor' })).toBeVisible()
    await accessible(hers)
    expect((await hers.request.get('/exports/access.csv')).status()).toBe(403)
    await hers.goto('/findings')
    await expect(hers).toHaveURL(/\/second-factor$/)
    await turnOn(hers)
    await hers.getByRole('button', { name: 'Done' }).click()
    await expect(hers.getByRole('navigation', { name: 'Register' })).toBeVisible()

    await page.goto(`${server.url}/settings?tab=people`)
    await page.getByRole('button', { name: 'Change Rae Reader' }).click()
    await page.getByRole('menuitem', { name: 'Reset the second factor…' }).click()
    await askedForProof(page, server, 'people.resetSecondFactor')
    await page.getByRole('dialog').getByRole('button', { name: 'Reset' }).click()
    const proof = page.getByRole('dialog', { name: 'Confirm that it is you' })
    await proof.getByLabel('Password').fill('not my password')
    await proof.getByRole('button', { name: 'Confirm' }).click()
    await expect(proof.getByText('it is not the one you have now')).toBeVisible()
    await accessible(page)
    await proof.getByLabel('Password').fill(password)
    await proof.getByRole('button', { name: 'Confirm' }).click()
    await expect(page.getByText('Rae Reader: saved.')).toBeVisible()
    await hers.goto('/activities')
    await expect(hers.getByRole('heading', { name: 'Sign in' })).toBeVisible()
    await context.close()
  } finally {
    await server.stop()
  }
})

/** Once, the server answers as it does when the last proof is older than 10 minutes. */
async function askedForProof(page: Page, server: Served, verb: string): Promise<void> {
  const text = { en: 'Confirm that it is you.', fr: 'Confirmez que c’est bien vous.' }
  const refused = { code: 'STEP_UP', text, details: { freshForMinutes: 10 } }
  const data = { code: 'FORBIDDEN', httpStatus: 403, refused }
  const error = { message: text.en, code: -32003, data }
  await page.route(
    `${server.url}/api/trpc/${verb}*`,
    (route) => route.fulfill({ status: 403, json: [{ error }] }),
    { times: 1 },
  )
}

async function turnOn(page: Page) {
  await page.getByRole('button', { name: 'Turn it on' }).click()
  await expect(page.getByRole('img', { name: 'The secret as a QR code' })).toBeVisible()
  await accessible(page)
  const shown = page.getByRole('region', { name: 'Secret' }).locator('code')
  const secret = ((await shown.textContent()) ?? '').replaceAll(' ', '')
  await page.getByLabel('Code', { exact: true }).fill(codeIn(secret))
  await page.getByRole('button', { name: 'Confirm the code' }).click()
  const codes = page.getByRole('list', { name: 'Recovery codes' }).getByRole('listitem')
  await expect(codes).toHaveCount(10)
  await accessible(page)
  return { secret, recoveryCodes: await codes.allTextContents() }
}

const codeIn = (secret: string, seconds = 0) =>
  TOTP.generate({ secret: Secret.fromBase32(secret), timestamp: Date.now() + seconds * 1000 })

async function givePassword(page: Page, email = 'dpo@example.test') {
  await page.getByLabel('E-mail').fill(email)
  await page.getByLabel('Password', { exact: true }).fill(password)
  await page.getByRole('button', { name: 'Sign in' }).click()
}

async function signOut(page: Page) {
  await page.getByRole('button', { name: /^Account of/ }).click()
  await page.getByRole('menuitem', { name: 'Sign out' }).click()
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible()
}
