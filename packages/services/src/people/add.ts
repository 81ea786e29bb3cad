import { eq } from 'drizzle-orm'
import * as z from 'zod'
import { personEmail, personFields, typedPassword } from './fields.ts'
import { Person, refusePast } from './invite.ts'
import { hashPassword } from './password.ts'
import { refuseWeak } from './password-rules.ts'
import { byWhom, insertPerson, personByEmail, setPassword, told } from './person.ts'
import { prepared } from './prepared.ts'
import { endSessions } from './sessions.ts'

const about = { permission: 'people:manage', fields: personFields } as const

/** A person with a password at once: for the command line, whoever runs it could write the database anyway. */
export const addPerson = prepared(
  { verb: 'people.add', ...about },
  Person.extend({ password: typedPassword }),
  {
    async prepare(_, { password, ...person }) {
      refuseWeak(password, person)
      return { person, hash: await hashPassword(password) }
    },
    async run(work, { person, hash }) {
      refusePast(person.expiresOn, work.today)
      const user = await insertPerson(work, person, byWhom(work.actor))
      const set = await setPassword(work, user.id, hash)
      return { change: [set, { of: user.id, before: null, after: told(user) }], result: user }
    },
  },
)

/** Sets a person's password from the command line: sessions and links of before end. */
export const replacePassword = prepared(
  { verb: 'people.replacePassword', ...about },
  z.strictObject({ email: personEmail, password: typedPassword }),
  {
    async prepare({ database }, { email, password }) {
      const user = await database.reading((db) =>
        personByEmail({ db, tables: database.tables }, email),
      )
      refuseWeak(password, user)
      return { user, hash: await hashPassword(password) }
    },
    async run(work, { user, hash }) {
      const { singleUseLinks } = work.tables
      const set = await setPassword(work, user.id, hash)
      await endSessions(work, user.id)
      await work.db.delete(singleUseLinks).where(eq(singleUseLinks.userId, user.id))
      const change = { of: user.id, before: told(user), after: told(user) }
      return { change: [set, change], result: user }
    },
  },
)
