import * as z from 'zod'
import { answers, type CellFields, type Fields, type NounKey } from './field.ts'
import { limits } from './limits.ts'
import { nouns } from './nouns.ts'
import { questionFields } from './record.ts'
import { ownRowsOf, rowsOf } from './rows-of.ts'
import { cellsOf, lines, someOf } from './schema.ts'

const rowId = z.string().max(40)
const reason = lines(limits.reason)
const declaration = z
  .strictObject({ answer: z.enum(answers), reason: reason.optional() })
  .nullable()

const declarations = (fields: Fields) => {
  const taking = Object.entries(fields).filter(([, field]) => field.takes)
  return z.strictObject(Object.fromEntries(taking.map(([key]) => [key, declaration.optional()])))
}

const operationsOn = (key: string, fields: CellFields) => {
  const on = { rows: z.literal(key) }
  const cells = someOf(fields)
  const declared = declarations(fields).optional()
  return [
    z.strictObject({
      op: z.literal('add'),
      ...on,
      cells,
      declared,
      at: z.int().min(0).max(limits.rows).optional(),
    }),
    z.strictObject({ op: z.literal('change'), ...on, rowId, cells: cells.optional(), declared }),
    z.strictObject({ op: z.literal('remove'), ...on, rowId }),
    z.strictObject({ op: z.literal('move'), ...on, rowId, to: z.int().min(0).max(limits.rows) }),
  ] as const
}

export type Operation =
  | {
      op: 'add'
      rows: string
      cells: Cells
      declared?: Declarations | undefined
      at?: number | undefined
    }
  | {
      op: 'change'
      rows: string
      rowId: string
      cells?: Cells | undefined
      declared?: Declarations | undefined
    }
  | { op: 'remove'; rows: string; rowId: string }
  | { op: 'move'; rows: string; rowId: string; to: number }
type Cells = Readonly<Record<string, unknown>>
type Declarations = Readonly<
  Record<
    string,
    { answer: (typeof answers)[number]; reason?: string | undefined } | null | undefined
  >
>

/** What may change in one record at once: cells, declared answers, and row operations in their order. */
export type Changes = {
  fields?: Cells | undefined
  declared?: Declarations | undefined
  rows?: readonly Operation[] | undefined
}

const { question, provision, lines: policyLines } = questionFields
const [asking] = operationsOn('openQuestions', { question, provision, lines: policyLines })

/**
 * What a door takes. Where a fact comes from follows from who changed or confirmed it, and an answer names who gave it:
 * sources are refused, and of open questions all but asking a new one.
 */
export const changesSchema = onceByNoun((noun) =>
  schemaOver(noun, { ...schemasOf(ownRowsOf(noun)), openQuestions: asking }),
)

/** The same with sources and answered questions, as the starter brings them. */
export const wholeChangesSchema = onceByNoun((noun) => schemaOver(noun, schemasOf(rowsOf(noun))))

function onceByNoun(make: (noun: NounKey) => z.ZodType<Changes>) {
  const made = new Map<NounKey, z.ZodType<Changes>>()
  return (noun: NounKey): z.ZodType<Changes> => {
    const schema = made.get(noun) ?? make(noun)
    made.set(noun, schema)
    return schema
  }
}

const schemasOf = (lists: ReturnType<typeof rowsOf>) =>
  Object.fromEntries(
    Object.entries(lists).map(([key, cells]) => [key, operationSchema(key, cells)]),
  )

function schemaOver(noun: NounKey, lists: Readonly<Record<string, z.ZodType>>) {
  const fields: Fields = nouns[noun].fields
  const byList = new Map(Object.entries(lists))
  const operation = z.unknown().transform((given, context): Operation => {
    const list = (given as { rows?: unknown } | null)?.rows
    const schema = typeof list === 'string' ? byList.get(list) : undefined
    if (!schema) {
      context.addIssue({ code: 'unrecognized_keys', keys: ['rows'], input: {} })
      return z.NEVER
    }
    const parsed = schema.safeParse(given)
    if (parsed.success) return parsed.data as Operation
    for (const issue of parsed.error.issues)
      context.addIssue({ ...issue, path: [list as string, ...issue.path] } as Parameters<
        typeof context.addIssue
      >[0])
    return z.NEVER
  })
  return z.strictObject({
    fields: someOf(cellsOf(fields)).optional(),
    declared: declarations(fields).optional(),
    rows: z.array(operation).max(limits.operations).optional(),
  }) as unknown as z.ZodType<Changes>
}

const operationSchema = (key: string, fields: CellFields) =>
  z.discriminatedUnion('op', operationsOn(key, fields))
