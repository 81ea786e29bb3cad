import {
  answers,
  type CellKind,
  type Field,
  type Fields,
  type NounKey,
} from '@ropewalk/domain/field.ts'
import { limits } from '@ropewalk/domain/limits.ts'
import { nounKeys, nouns } from '@ropewalk/domain/nouns.ts'
import { questionFields, sourceFields } from '@ropewalk/domain/record.ts'
import { schemaAddress } from '../json-schema.ts'

/** JSON Schema (draft 2020-12) of the whole register in one file. New fields may come; none goes away. */
export const registerSchema = (base = ''): string =>
  `${JSON.stringify(
    {
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      $id: schemaAddress('register', base),
      title: 'register',
      description:
        'A whole register. Empty (null, "" or []) means not stated; none and not applicable stand in declared.',
      ...object(headSchemas),
      // Left out where no address of the schema is known.
      required: Object.keys(headSchemas).filter((key) => key !== '$schema'),
      $defs: {
        declared: {
          type: 'object',
          additionalProperties: object({
            answer: { enum: [...answers] },
            reason: text(limits.reason),
          }),
        },
        person: orNull({
          anyOf: ['person', 'text'].map((key) => object({ [key]: text(limits.text) })),
        }),
        reference: orNull({
          anyOf: [
            object({ document: idOf('document') }),
            object({ url: text(limits.url) }),
            object({ text: text(limits.text) }),
          ],
        }),
        source: row(sourceFields),
        openQuestion: row(questionFields),
        ...Object.fromEntries(nounKeys.map((noun) => [noun, recordSchema(noun)])),
      },
    },
    null,
    2,
  )}\n`

function object(properties: Readonly<Record<string, object>>) {
  return { type: 'object', properties, required: Object.keys(properties) }
}
function orNull(schema: object) {
  return { anyOf: [schema, { type: 'null' }] }
}
function text(maxLength: number) {
  return { type: 'string', maxLength }
}
function list(items: object, maxItems: number) {
  return { type: 'array', items, maxItems }
}
function matching(pattern: string) {
  return { type: 'string', pattern }
}
function idOf(noun: NounKey) {
  return matching(`^${nouns[noun].prefix}-\\d{4,12}$`)
}

const uuid = { type: 'string', format: 'uuid' }
const day = { type: 'string', format: 'date' }
const time = { type: 'string', format: 'date-time' }
const whole = { type: 'integer', minimum: 0 }
const headSchemas = {
  $schema: { type: 'string' },
  registerId: uuid,
  asOf: orNull(day),
  generatedAt: time,
  exportId: uuid,
  head: { type: ['string', 'null'] },
  signature: { type: ['string', 'null'] },
  nextIds: object(Object.fromEntries(nounKeys.map((noun) => [noun, idOf(noun)]))),
  records: object(
    Object.fromEntries(
      nounKeys.map((noun) => [noun, { type: 'array', items: { $ref: `#/$defs/${noun}` } }]),
    ),
  ),
}

function recordSchema(noun: NounKey) {
  const { fields, one } = nouns[noun]
  return {
    title: one.en,
    ...object({
      id: idOf(noun),
      version: { type: 'integer', minimum: 1 },
      lastRow: whole,
      createdAt: time,
      updatedAt: time,
      archivedAt: orNull(time),
      declared: { $ref: '#/$defs/declared' },
      ...propertiesOf(fields),
      sources: list({ $ref: '#/$defs/source' }, limits.rows),
      openQuestions: list({ $ref: '#/$defs/openQuestion' }, limits.rows),
    }),
  }
}

function row(fields: Fields) {
  const rowId = matching('^[A-Z]{2,3}-\\d{4,12}\\.\\d+$')
  return object({ rowId, declared: { $ref: '#/$defs/declared' }, ...propertiesOf(fields) })
}

function propertiesOf(fields: Fields) {
  return Object.fromEntries(
    Object.entries(fields).map(([key, field]) => [
      key,
      { title: field.label.en, ...schemaOf(field) },
    ]),
  )
}

function schemaOf(field: Field): object {
  switch (field.kind) {
    case 'rows':
      return list(row(field.fields), limits.rows)
    case 'choice':
      return { enum: [...Object.keys(field.options), null] }
    case 'choices':
      return list({ enum: Object.keys(field.options) }, Object.keys(field.options).length)
    case 'link':
      return orNull(idOf(field.to))
    case 'links':
      return list(idOf(field.to), limits.links)
    default:
      return cells[field.kind]
  }
}

const country = matching('^[A-Z]{2}$')
const cells = {
  text: text(limits.text),
  prose: text(limits.prose),
  wording: text(limits.wording),
  email: text(limits.email),
  url: text(limits.url),
  texts: list(text(limits.text), limits.texts),
  yesNo: { type: ['boolean', 'null'] },
  count: orNull({ ...whole, maximum: limits.count }),
  day: orNull(day),
  partialDay: orNull(matching('^\\d{4}(-\\d{2}(-\\d{2})?)?$')),
  country: orNull(country),
  countries: list(country, 250),
  subdivision: orNull(matching('^[A-Z]{2}-[A-Z0-9]{1,3}$')),
  timeZone: { type: ['string', 'null'] },
  sha256: orNull(matching('^[0-9a-f]{64}$')),
  person: { $ref: '#/$defs/person' },
  reference: { $ref: '#/$defs/reference' },
} satisfies Record<Exclude<CellKind, 'choice' | 'choices' | 'link' | 'links'>, object>
