import { mechanisms } from '@ropewalk/domain/mechanisms.ts'
import { supplierStatuses } from '@ropewalk/domain/sub-processor/status.ts'
import { languages } from '@ropewalk/domain/words.ts'
import { absolute, schemaPath } from './addresses.ts'

/** JSON Schema (draft 2020-12) of the public list. New properties may come; none goes away. */
export const subProcessorsSchema = (base: string): string =>
  `${JSON.stringify({ $id: absolute(base, schemaPath), ...schema }, null, 2)}\n`

const orNull = (type: object) => ({ anyOf: [type, { type: 'null' }] })
const text = { type: 'string', minLength: 1 }
const day = { type: 'string', format: 'date' }
const country = { type: 'string', pattern: '^[A-Z]{2}$', description: 'ISO 3166-1 alpha-2.' }
const oneOf = (options: object | readonly string[]) => ({
  enum: Array.isArray(options) ? options : Object.keys(options),
})
const listOf = (items: object) => orNull({ type: 'array', minItems: 1, items })
const object = (properties: Readonly<Record<string, object>>) => ({
  type: 'object',
  properties,
  required: Object.keys(properties),
})

const subProcessor = object({
  sub_processor_id: { type: 'string', pattern: '^SP-[0-9]{4,}$' },
  name: text,
  legal_entity: orNull(text),
  function: orNull(text),
  service: orNull(text),
  data_categories: listOf(text),
  data_subjects: listOf(text),
  products: listOf(text),
  processing_countries: listOf(country),
  seat_country: orNull(country),
  transfer_mechanisms: listOf(oneOf(mechanisms)),
  status: orNull(oneOf(supplierStatuses)),
  effective_on: orNull(day),
  ended_on: { ...orNull(day), description: 'Null until it ends.' },
  updated_on: { ...day, description: 'When these facts were published.' },
  customer_data: orNull(oneOf(['yes', 'no', 'toConfirm'])),
})

const organisation = object({
  name: text,
  address: orNull(text),
  country: orNull(country),
  privacy_contact: orNull(text),
  privacy_notice: orNull(text),
  role: orNull(text),
})

const schema = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: 'Public list of sub-processors',
  description: 'Null means not stated.',
  ...object({
    $schema: { type: 'string' },
    organisation: orNull(organisation),
    language: oneOf(languages),
    updated_on: orNull(day),
    rows: { type: 'array', items: subProcessor },
  }),
}
