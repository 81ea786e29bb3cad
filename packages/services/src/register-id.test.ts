import { onBothEngines } from '@ropewalk/db/test-databases.ts'
import { expect, it } from 'vitest'
import { registerIdOf } from './register-id.ts'

onBothEngines('the id of the register', ({ open }) => {
  it('is made once, whoever asks first', async () => {
    const database = await open()
    const asked = await Promise.all([1, 2, 3].map(() => registerIdOf({ database })))
    expect(new Set([...asked, await registerIdOf({ database })]).size).toBe(1)
    expect(asked[0]).toMatch(
      /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
    )
  })

  it('differs from one register to the next', async () => {
    const [one, other] = [await open(), await open()]
    expect(await registerIdOf({ database: one })).not.toBe(await registerIdOf({ database: other }))
  })
})
