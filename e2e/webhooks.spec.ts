import { createServer, type IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Webhook } from 'standardwebhooks'
import { accessible, expect, freshlyProved, test } from './journey.ts'

test('a webhook is made, told, tried and ended; one that leads inside is not reached', async ({
  dpo: page,
  server,
}) => {
  const got: { headers: IncomingHttpHeaders; body: string }[] = []
  const program = createServer(async (request, reply) => {
    const body = Buffer.concat(await request.toArray()).toString()
    got.push({ headers: request.headers, body })
    reply.writeHead(204).end()
  })
  await new Promise<void>((resolve) => program.listen(0, '127.0.0.1', resolve))
  try {
    await freshlyProved(page, server)
    const label = `portal ${Date.now()}`
    await page.goto('/settings?tab=webhooks')
    await accessible(page)
    await page.getByRole('button', { name: 'Create a webhook' }).click()
    const form = page.getByRole('dialog', { name: 'Create a webhook' })
    await form.getByLabel('What it is for').fill(label)
    await form.getByLabel('Address').fill('ftp://a.example/')
    await form.getByRole('button', { name: 'Create a webhook' }).click()
    await expect(form).toContainText('an address begins with https://')
    const { port } = program.address() as AddressInfo
    await form.getByLabel('Address').fill(`http://127.0.0.1:${port}/told`)
    await form.getByRole('button', { name: 'Create a webhook' }).click()
    const shown = page.getByRole('dialog', { name: 'What this webhook signs with' })
    const secret = (await shown.locator('code').textContent()) ?? ''
    await accessible(page)
    await shown.getByRole('button', { name: 'Done' }).click()
    await expect(page.getByText(secret)).toHaveCount(0)
    const row = page.getByRole('row').filter({ hasText: label })
    await expect(row).toContainText('delivered', { timeout: 15_000 })
    await expect(row).toContainText('204 No Content')
    const [first] = got
    const told = new Webhook(secret).verify(first?.body ?? '', first?.headers as never)
    expect(told).toMatchObject({ type: 'webhook.test', data: { label } })

    await page.getByRole('button', { name: `Test ${label}` }).click()
    await expect.poll(() => got.length, { timeout: 15_000 }).toBe(2)
    await page.getByRole('button', { name: `End ${label}` }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'End', exact: true }).click()
    await expect(row).toContainText('ended')

    await page.getByRole('button', { name: 'Create a webhook' }).click()
    await form.getByLabel('What it is for').fill(`inside ${label}`)
    await form.getByLabel('Address').fill('https://169.254.169.254/latest')
    await form.getByRole('button', { name: 'Create a webhook' }).click()
    await shown.getByRole('button', { name: 'Done' }).click()
    const inside = page.getByRole('row').filter({ hasText: `inside ${label}` })
    await expect(inside).toContainText('no address of the public internet', { timeout: 15_000 })
  } finally {
    program.closeAllConnections()
    program.close()
  }
})
