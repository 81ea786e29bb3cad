import type * as z from 'zod'
import type { Fields } from './field.ts'
import { Refusal } from './refusal.ts'
import type { Fault } from './schema.ts'
import { both, say, type Text, type Values } from './words.ts'

const faults = {
  tooLong: both(
    'at most {most, plural, one {# character} other {# characters}} fit',
    'au plus {most, plural, one {# caractère} other {# caractères}}',
  ),
  tooMany: both(
    'at most {most, plural, one {# entry} other {# entries}} fit',
    'au plus {most, plural, one {# entrée} other {# entrées}}',
  ),
  tooShort: both('it must not be empty', 'ne doit pas être vide'),
  tooBig: both('at most {most}', 'au plus {most}'),
  tooSmall: both('at least {least}', 'au moins {least}'),
  choice: both('this choice does not exist', 'ce choix n’existe pas'),
  unknown: both('there is no such field', 'ce champ n’existe pas'),
  other: both('this value is not understood', 'cette valeur n’est pas comprise'),
}
/** What was expected, by the names that the schemas give to types. */
const types: Readonly<Record<string, Text>> = {
  string: both('a text is expected', 'un texte est attendu'),
  number: both('a number is expected', 'un nombre est attendu'),
  int: both('a whole number is expected', 'un nombre entier est attendu'),
  boolean: both('true or false is expected', 'vrai ou faux est attendu'),
  array: both('a list is expected', 'une liste est attendue'),
  tuple: both('a list is expected', 'une liste est attendue'),
  object: both('named values are expected', 'des valeurs nommées sont attendues'),
  record: both('named values are expected', 'des valeurs nommées sont attendues'),
  null: both('nothing is expected', 'rien n’est attendu'),
  never: both('nothing is expected', 'rien n’est attendu'),
}
const named = both('{field}: {fault}.', '{field} : {fault}.')
const unnamed = both(
  'The request is not understood: {fault}.',
  'La demande n’est pas comprise : {fault}.',
)

/** The first fault of an input as a refusal that names the field by its label in the catalogue. */
export function invalid(error: z.ZodError, fields: Fields = {}): Refusal {
  const issue = error.issues[0]
  const path = [
    ...(issue?.path ?? []),
    ...(issue?.code === 'unrecognized_keys' ? [issue.keys[0] ?? ''] : []),
  ]
  const { text, values } = issue ? faultIn(issue) : { text: faults.other, values: {} }
  const label = labelOf(path, fields)
  const field = path.map(String).join('.')
  const filled = (language: 'en' | 'fr') =>
    say(label ? named : unnamed, language, {
      field: label ? label[language] : '',
      fault: say(text, language, values),
    })
  return new Refusal('INVALID', both(filled('en'), filled('fr')), { field })
}

/** A refusal of one field in plain words. */
export const invalidField = (
  field: string,
  label: Text,
  fault: Text,
  values: Values = {},
): Refusal =>
  new Refusal(
    'INVALID',
    both(
      say(named, 'en', { field: label.en, fault: say(fault, 'en', values) }),
      say(named, 'fr', { field: label.fr, fault: say(fault, 'fr', values) }),
    ),
    { field },
  )

function faultIn(issue: z.core.$ZodIssue): { text: Text; values: Values } {
  switch (issue.code) {
    case 'custom':
      return { text: (issue.params as Fault | undefined)?.text ?? faults.other, values: {} }
    case 'too_big': {
      const most = Number(issue.maximum)
      const text =
        issue.origin === 'string'
          ? faults.tooLong
          : issue.origin === 'array'
            ? faults.tooMany
            : faults.tooBig
      return { text, values: { most } }
    }
    case 'too_small':
      return issue.origin === 'string' || issue.origin === 'array'
        ? { text: faults.tooShort, values: {} }
        : { text: faults.tooSmall, values: { least: Number(issue.minimum) } }
    case 'invalid_type':
      return { text: types[issue.expected] ?? faults.other, values: {} }
    case 'invalid_value':
      return { text: faults.choice, values: {} }
    case 'unrecognized_keys':
      return { text: faults.unknown, values: {} }
    default:
      return { text: faults.other, values: {} }
  }
}

/** The label of the deepest catalogue key in a path, with the outer one in front: `Purposes, Legal basis`. */
function labelOf(path: readonly PropertyKey[], fields: Fields): Text | undefined {
  const labels: Text[] = []
  let catalogue: Fields = fields
  for (const step of path) {
    const key = String(step)
    const field = Object.hasOwn(catalogue, key) ? catalogue[key] : undefined
    if (!field) continue
    labels.push(field.label)
    if (field.kind === 'rows') catalogue = field.fields
  }
  if (labels.length === 0) {
    const last = path.findLast((step) => typeof step === 'string')
    return last === undefined ? undefined : both(String(last), String(last))
  }
  return both(
    labels.map((label) => label.en).join(', '),
    labels.map((label) => label.fr).join(', '),
  )
}
