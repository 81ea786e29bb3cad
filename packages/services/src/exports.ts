import { randomUUID } from 'node:crypto'
import * as z from 'zod'
import { writing } from './verb.ts'

/** An export as the log keeps it: what was asked, what came out, and the head it was given with. */
const Made = z.strictObject({
  exportId: z.uuid(),
  dataset: z.string().max(60),
  format: z.string().max(10),
  parameters: z.string().max(4_000),
  rows: z.int().min(0).nullable(),
  bytes: z.int().min(0),
  /** Of the file's bytes, hex. */
  sha256: z.string().length(64),
  /** Of how many entries the log was, by the head given with the file. */
  head: z.string().max(20),
  /** False when whoever asked went away before the end. */
  complete: z.boolean(),
})
export type MadeExport = z.output<typeof Made>

/** Tells that a file left the register, and which bytes. */
export const recordExport = writing(
  { verb: 'exports.make', permission: 'register:export' },
  Made,
  async (_, after) => ({
    change: { of: exportKey(after.exportId), before: null, after },
    result: {},
  }),
)

export const newExportId = (): string => randomUUID()
/** What the log calls an export. */
export const exportKey = (id: string): string => `export ${id}`
