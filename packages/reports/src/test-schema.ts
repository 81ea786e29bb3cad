/** As much of JSON Schema as ours use. */
type Schema = {
  type?: string | string[]
  const?: unknown
  enum?: unknown[]
  anyOf?: Schema[]
  format?: 'date' | 'date-time'
  minItems?: number
  items?: Schema
  properties?: Record<string, Schema>
  required?: string[]
}

const formats = {
  date: /^\d{4}-\d\d-\d\d$/,
  'date-time': /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/,
}

/** Where a value is not as a schema says; unknown properties are faults too. */
export function faultIn(value: unknown, schema: Schema, at = '$'): string | undefined {
  if (schema.anyOf)
    return schema.anyOf.some((each) => faultIn(value, each, at) === undefined)
      ? undefined
      : `${at}: ${JSON.stringify(value)} is nothing that may stand here`
  if ('const' in schema) return value === schema.const ? undefined : `${at}: not ${schema.const}`
  if (schema.enum)
    return schema.enum.includes(value) ? undefined : `${at}: ${JSON.stringify(value)} is no choice`
  if (schema.type && ![schema.type].flat().includes(typeOf(value)))
    return `${at}: ${typeOf(value)} instead of ${schema.type}`
  if (schema.format && !formats[schema.format].test(String(value)))
    return `${at}: no ${schema.format}`
  if (Array.isArray(value)) {
    if (value.length < (schema.minItems ?? 0)) return `${at}: too few`
    return firstOf(value.entries(), ([index, each]) =>
      schema.items ? faultIn(each, schema.items, `${at}.${index}`) : undefined,
    )
  }
  if (typeof value !== 'object' || value === null) return undefined
  const missing = schema.required?.find((key) => !Object.hasOwn(value, key))
  if (missing !== undefined) return `${at}: no ${missing}`
  return firstOf(Object.entries(value), ([key, each]) => {
    const known = schema.properties?.[key]
    return known ? faultIn(each, known, `${at}.${key}`) : `${at}: ${key} is unknown`
  })
}

function typeOf(value: unknown): string {
  if (value === null) return 'null'
  if (Array.isArray(value)) return 'array'
  return Number.isInteger(value) ? 'integer' : typeof value
}

function firstOf<T>(all: Iterable<T>, fault: (each: T) => string | undefined): string | undefined {
  for (const each of all) {
    const found = fault(each)
    if (found !== undefined) return found
  }
  return undefined
}
