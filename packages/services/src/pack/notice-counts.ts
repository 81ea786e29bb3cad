import type { Database } from '@ropewalk/db/database.ts'
import { objectionPrefix } from '@ropewalk/domain/changes/objection.ts'
import { changePrefix } from '@ropewalk/domain/changes/supplier-change.ts'
import { sql } from 'drizzle-orm'
import { deliveryKey } from '../changes/stored.ts'
import { mailKey } from '../mails/mail.ts'

const aboutChange = `${changePrefix}-%`

/** How many changes of sub-processors the log names up to an entry, drafts among them. */
export const changesNamed = (database: Database, upTo: number): Promise<number> =>
  named(database, aboutChange, upTo)

/** How many objections the log names up to an entry. */
export const objectionsNamed = (database: Database, upTo: number): Promise<number> =>
  named(database, `${objectionPrefix}-%`, upTo)

const named = ({ reading, tables: { entries } }: Database, like: string, upTo: number) =>
  reading(async (db) => {
    const [found] = await db.rows<{ n: number }>(
      sql`select count(distinct record) as n from ${entries} where record like ${like} and seq <= ${upTo}`,
    )
    return Number(found?.n ?? 0)
  })

/** How many notices were told up to an entry, by the log: lines of the ledger without a mail, and mails about changes. */
export const noticesTold = (
  { reading, tables: { entries, states } }: Database,
  upTo: number,
): Promise<number> =>
  reading(async (db) => {
    const [lines] = await db.rows<{ n: number }>(
      sql`select count(*) as n from ${entries} e join ${states} s on s.seq = e.seq where e.record like ${`${deliveryKey('')}%`} and e.seq <= ${upTo} and s.value like '%"mailId":null%'`,
    )
    const [mails] = await db.rows<{ n: number }>(
      sql`select count(*) as n from ${entries} where record like ${`${mailKey('')}%`} and verb = 'mails.queue' and about like ${aboutChange} and seq <= ${upTo}`,
    )
    return Number(lines?.n ?? 0) + Number(mails?.n ?? 0)
  })
