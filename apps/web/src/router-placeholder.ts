import type { Permission, Role } from '@ropewalk/domain/permissions.ts'
import type { Language } from '@ropewalk/domain/words.ts'
import { initTRPC } from '@trpc/server'

type Me = {
  id: string
  name: string
  email: string
  roles: readonly Role[]
  language: Language
  permissions: readonly Permission[]
}

const t = initTRPC.create()

/** `people` of the server's router, until it is there. */
const router = t.router({
  people: t.router({
    me: t.procedure.query((): Me => {
      throw new Error('types only')
    }),
  }),
})
export type PeopleRouter = typeof router
