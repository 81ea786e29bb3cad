import * as z from 'zod'
import { writing } from '../verb.ts'

const sentence = z.strictObject({ en: z.string().max(2_000), fr: z.string().max(2_000) })
const sha256 = z.string().regex(/^[0-9a-f]{64}$/)
const fileName = z.string().min(1).max(300)

/** A backup as the log keeps it. */
const Made = z.strictObject({
  backupId: z.uuid(),
  /** The name of the file, without its folder. */
  file: fileName,
  bytes: z.int().min(0),
  sha256,
  /** How many entries of the log are in it. */
  entries: z.int().min(0),
  keyInside: z.boolean(),
})
export type MadeBackup = z.output<typeof Made>

/** A restore into a scratch place, thrown away again; `faults` is what its deep verification found. */
const Tried = z.strictObject({
  backupId: z.uuid(),
  file: fileName,
  sha256,
  entries: z.int().min(0),
  faults: z.int().min(0),
  /** Where it was restored to: of the register's own engine, or SQLite where that was not permitted. */
  engine: z.enum(['sqlite', 'postgres']),
  /** What could not be tried, or what was found. */
  says: z.array(sentence).max(20),
})
export type TriedRestore = z.output<typeof Tried>

const Failed = z.strictObject({ what: z.enum(['make', 'try']), why: sentence })
export type FailedBackup = z.output<typeof Failed>

const Restored = z.strictObject({
  backupId: z.uuid(),
  file: fileName,
  sha256,
  madeAt: z.iso.datetime(),
  entries: z.int().min(0),
  /** How many entries of the register that stood here are given up; 0 when there was none. */
  givenUp: z.int().min(0),
  /** The signed head made last of what is given up, in base64; null without one. */
  headGivenUp: z.string().max(4_000).nullable(),
  engineOfBackup: z.enum(['sqlite', 'postgres']),
})
export type RestoredRegister = z.output<typeof Restored>

const told = <Input extends z.ZodType<{ backupId?: string | undefined }>>(
  verb: string,
  input: Input,
) =>
  writing({ verb, permission: 'backup:manage' }, input, async (_, after) => ({
    change: { of: backupKey(after.backupId), before: null, after },
    result: {},
  }))

export const recordBackup = told('backup.made', Made)
export const recordTry = told('backup.tried', Tried)
export const recordRestore = told('register.restored', Restored)

/** A backup that was not made, or could not be restored for a trial. */
export const recordFailure = writing(
  { verb: 'backup.failed', permission: 'backup:manage' },
  Failed,
  async (_, after) => ({ change: { of: 'backup', before: null, after }, result: {} }),
)

/** What the log calls a backup. */
const backupKey = (id = ''): string => `backup ${id}`
