import type { Options } from '@ropewalk/domain/field.ts'
import type { ColumnFacts } from './column.ts'
import type { DatasetFacts } from './dataset.ts'
import { answers } from './word.ts'

export const schemaAddress = (dataset: string, base = ''): string =>
  `${base}/schemas/${dataset}.json`

/** JSON Schema (draft 2020-12) of a dataset's JSON. New columns may come; none goes away; some may be picked. */
export const jsonSchemaOf = ({ key, columns }: DatasetFacts, base = ''): string =>
  `${JSON.stringify(
    {
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      $id: schemaAddress(key, base),
      title: key,
      description: 'Null means not stated, or an event that has not come about.',
      type: 'object',
      properties: {
        $schema: { type: 'string' },
        dataset: { const: key },
        exportId: { type: 'string', format: 'uuid' },
        head: {
          type: 'string',
          description: 'Signed head of the log: a C2SP tlog-checkpoint note.',
        },
        signature: { type: 'string', description: 'The signature in that note, base64.' },
        rows: {
          type: 'array',
          items: {
            type: 'object',
            properties: Object.fromEntries(columns.map((column) => [column.key, schemaOf(column)])),
          },
        },
      },
      required: ['dataset', 'rows'],
    },
    null,
    2,
  )}\n`

const instead = { enum: [...Object.values(answers).map(({ key }) => key), null] }

function schemaOf({ kind, options }: ColumnFacts): object {
  if (kind === 'list')
    return { anyOf: [{ type: 'array', minItems: 1, items: itemSchema(options) }, instead] }
  if (options) return { enum: [...Object.keys(options), ...instead.enum] }
  return kind === 'text' ? { type: ['string', 'null'] } : { anyOf: [plain[kind], instead] }
}

/** In a list a hole is the answer given in its place, else null. */
const itemSchema = (options: Options | undefined) =>
  options ? { enum: [...Object.keys(options), ...instead.enum] } : { type: ['string', 'null'] }

const plain = {
  number: { type: 'integer' },
  day: { type: 'string', format: 'date' },
  time: { type: 'string', format: 'date-time' },
  yesNo: { type: 'boolean' },
} as const
