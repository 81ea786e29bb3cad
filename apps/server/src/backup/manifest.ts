import { columnKinds } from '@ropewalk/db/backup/parts.ts'
import * as z from 'zod'

const sha256 = z.string().regex(/^[0-9a-f]{64}$/)
const name = z.string().regex(/^[a-z][a-z0-9_]{0,62}$/)
const engine = z.enum(['sqlite', 'postgres'])

/** What a backup says of itself: `manifest.json`, the last part but its signature. */
export const Manifest = z.strictObject({
  format: z.literal('ropewalk-backup/1'),
  backupId: z.uuid(),
  madeAt: z.iso.datetime(),
  /** The version of Ropewalk that made it. */
  product: z.string().max(40),
  engine,
  registerId: z.uuid(),
  /** Those that the database had, in their order. */
  migrations: z.array(z.strictObject({ id: z.string().max(100), sha256 })).max(1_000),
  log: z.strictObject({
    /** How many entries are in it, and the root of the tree over them in base64. */
    entries: z.int().min(0),
    root: z.string().max(60),
    /** The signed head made just before, of as many entries or fewer; null where no key was there to sign. */
    head: z.string().max(4_000).nullable(),
    /** The public key that the register's log is signed with. */
    key: z.string().max(500).nullable(),
  }),
  inside: z.strictObject({
    /** Whoever has the key can sign heads of this log. */
    logKey: z.boolean(),
    /** Second factors are sealed with the secret. */
    secret: z.boolean(),
  }),
  /** In plain words, what is not in it. */
  notInside: z.array(z.string().max(300)).max(20),
  tables: z
    .array(
      z.strictObject({
        name,
        rows: z.int().min(0),
        columns: z
          .array(z.strictObject({ name, kind: z.enum(columnKinds) }))
          .min(1)
          .max(300),
      }),
    )
    .max(1_000),
  parts: z
    .array(z.strictObject({ name: z.string().max(100), bytes: z.int().min(0), sha256 }))
    .max(1_100),
})
export type Manifest = z.output<typeof Manifest>

export const manifestName = 'manifest.json'
/** The signed note over the manifest (C2SP signed-note), where a key was there to sign. */
export const noteName = 'manifest.note'
export const partName = (table: string) => `tables/${table}.jsonl`

/** What the key of the log signs: which register, and the hash of the manifest's bytes. */
export const noteText = (registerId: string, hash: string): string =>
  `ropewalk backup\n${registerId}\n${hash}\n`
