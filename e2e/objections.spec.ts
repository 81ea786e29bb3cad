import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { accessible, expect, test } from './journey.ts'
import type { Served } from './server.ts'

test.use({ register: 'objections' })

/** The kept mails to an address as text, with soft line breaks undone (RFC 2045, 6.7). */
function mailsTo(server: Served, address: string): string[] {
  const folder = join(server.folder, 'mail')
  if (!existsSync(folder)) return []
  return readdirSync(folder)
    .filter((file) => file.endsWith('.eml'))
    .map((file) => readFileSync(join(folder, file), 'utf8').replaceAll('=\r\n', ''))
    .filter((mail) => mail.includes(`To: ${address}`))
}

test('a customer objects by the link of its notice, the DPO decides, and everyone is told', async ({
  dpo: page,
  server,
  browser,
}) => {
  const call = async (verb: string, data: unknown) => {
    const headers = { origin: server.url }
    const answer = await page.request.post(`/api/trpc/${verb}`, { data, headers })
    expect(answer.status(), await answer.text()).toBe(200)
    return (await answer.json()).result.data
  }
  const contact = `privacy-${Date.now()}@bank.example`
  await call('parties.create', {
    changes: { fields: { name: 'Bank of Objections', kind: 'customer', contactEmail: contact } },
  })
  const comes = await call('subProcessors.create', { changes: { fields: { name: 'Far Host' } } })
  const effectiveOn = new Date(Date.now() + 90 * 86_400_000).toISOString().slice(0, 10)
  const draft = await call('changes.create', {
    ...{ kind: 'add', why: 'Cheaper', subProcessors: [comes.id], effectiveOn },
  })
  await call('changes.announce', { id: draft.id, version: draft.version })
  await expect.poll(() => mailsTo(server, contact).length, { timeout: 20_000 }).toBe(1)
  const link = /http:\S+\/objections\/[\w.-]+/.exec(mailsTo(server, contact)[0] ?? '')?.[0] ?? ''

  const stranger = await (await browser.newContext()).newPage()
  await stranger.goto(link)
  await expect(stranger.getByRole('main')).toContainText('You object as Bank of Objections')
  await accessible(stranger)
  await stranger.getByRole('button', { name: 'Object' }).click()
  await expect(stranger.getByLabel('Why you object')).toBeFocused()
  await stranger.getByLabel('Why you object').fill('Too far away\n<b>from us</b>')
  await stranger.getByRole('button', { name: 'Object' }).click()
  await expect(stranger.getByRole('heading', { name: 'Your objection was received' })).toBeVisible()
  const id = /OB-\d{4}/.exec((await stranger.getByRole('main').textContent()) ?? '')?.[0] ?? ''
  await accessible(stranger)

  await stranger.goto(`${server.url}/fr/subprocessors/changes/${draft.id}`)
  await stranger.getByRole('link', { name: 'S’opposer à ce changement' }).click()
  await accessible(stranger)
  await stranger.setViewportSize({ width: 360, height: 800 })
  const someone = `zoe-${Date.now()}@example.test`
  await stranger.getByLabel('Adresse électronique').fill(someone)
  await stranger.getByRole('button', { name: 'Envoyer le lien' }).click()
  await expect(stranger.getByRole('heading', { level: 1 })).toHaveText('Consultez votre messagerie')
  await expect.poll(() => mailsTo(server, someone).length, { timeout: 20_000 }).toBe(1)
  await stranger.context().close()

  await page.goto('/changes')
  await expect(page.getByRole('row').filter({ hasText: draft.id })).toContainText('1')
  await page.goto(`/changes/${draft.id}`)
  const row = page
    .getByRole('table', { name: 'Objections' })
    .getByRole('row')
    .filter({ hasText: id })
  await expect(row).toContainText('<b>from us</b>')
  await expect(row).toContainText(contact)
  await accessible(page)
  await page.getByRole('button', { name: `Decide on ${id}` }).click()
  const dialog = page.getByRole('dialog', { name: `Decide on ${id}` })
  await accessible(page)
  await dialog.getByRole('radio', { name: 'alternative offered' }).check()
  await dialog.getByRole('button', { name: 'Decide and tell' }).click()
  await expect(dialog).toContainText('it must not be empty')
  await dialog.getByLabel('What was decided, and why').fill('Your data stay in Canada')
  await dialog.getByRole('button', { name: 'Decide and tell' }).click()
  await expect(row).toContainText('Your data stay in Canada')
  await expect
    .poll(() => mailsTo(server, contact).join('\n'), { timeout: 20_000 })
    .toContain(`Subject: ${id}: alternative offered`)
  const csv = await (await page.request.get('/exports/objections.csv')).text()
  expect(csv).toContain('alternative offered')
  expect(csv).not.toContain(contact)
})
