import { nounKeys } from '@ropewalk/domain/nouns.ts'
import { Refusal } from '@ropewalk/domain/refusal.ts'
import { both } from '@ropewalk/domain/words.ts'
import { registerJsonLdOf } from '@ropewalk/reports/json-ld/register-json-ld.ts'
import type { RegisterFacts } from '@ropewalk/reports/register/register-facts.ts'
import { registerJsonOf } from '@ropewalk/reports/register/register-json.ts'
import { nextIds } from '@ropewalk/services/counters.ts'
import { type ExportSource, exporting } from '@ropewalk/services/exporting.ts'
import { peopleNames } from '@ropewalk/services/people/names.ts'
import { registerIdOf } from '@ropewalk/services/register-id.ts'
import { type Context, permit } from '@ropewalk/services/verb.ts'
import type { Query } from './asked-export.ts'

type Form = {
  type: string
  /** Whether records come with their findings. */
  findings: boolean
  draw(source: ExportSource, facts: RegisterFacts, beside: Beside): AsyncGenerator<Uint8Array>
}

/** The public address of the server where one is known, and the names of people of the house by id. */
type Beside = { base: string | undefined; people: ReadonlyMap<string, string> }

/** The whole register as one file, for programs, by the ending of its address. */
const registerForms: Readonly<Record<string, Form> & { json: Form }> = {
  json: {
    type: 'application/json; charset=utf-8',
    findings: false,
    draw: ({ batches }, facts, { base }) => registerJsonOf(facts, batches, base),
  },
  jsonld: {
    type: 'application/ld+json',
    findings: true,
    draw: ({ batches, look }, facts, { people }) =>
      registerJsonLdOf(facts, batches, { look, names: (id) => people.get(id) }),
  },
}

const refusals = {
  format: both(
    'There is no format {format} of the register: json or jsonld.',
    'Il n’y a pas de format {format} du registre : json ou jsonld.',
  ),
  parameter: both(
    'The register is exported whole: it takes no {parameter}.',
    'Le registre s’exporte en entier : il n’accepte pas {parameter}.',
  ),
}

type AskedRegister = {
  format: string
  /** What the address or the command line adds; archived records are always in the file. */
  query: Query
  /** The public address of the server; undefined where none is known. */
  base: string | undefined
  exportId: string
  /** The signed head of the log, whole and its signature alone. */
  head: string
  signature: string
}

/** Refuses a format that there is not, and what would leave something out. */
export function checkRegister(format: string, query: Query): void {
  if (!Object.hasOwn(registerForms, format))
    throw new Refusal('NOT_FOUND', refusals.format, { values: { format } })
  for (const [parameter, value] of Object.entries(query)) {
    const isAllowed = parameter === 'as-of' || (parameter === 'archived' && value === 'yes')
    if (value !== undefined && !isAllowed)
      throw new Refusal('INVALID', refusals.parameter, { field: parameter, values: { parameter } })
  }
}

/** Draws the register with its archived records as whoever asks, while its one state is held. */
export async function withRegister<T>(
  context: Context,
  { format, query, base, exportId, head, signature }: AskedRegister,
  write: (file: { type: string; chunks: AsyncGenerator<Uint8Array> }) => Promise<T>,
): Promise<T> {
  checkRegister(format, query)
  const form = registerForms[format] ?? registerForms.json
  const request = {
    nouns: nounKeys,
    selection: { archived: true },
    findings: form.findings,
    users: false,
  }
  permit(context.actor, 'register:export')
  const registerId = await registerIdOf(context)
  return exporting(context, request, async (source) => {
    const facts = {
      registerId,
      asOf: context.asOf ? source.work.today : null,
      generatedAt: context.now().toISOString(),
      exportId,
      head,
      signature,
      // Numbers that were given are never given again: those of now hold for every earlier day.
      nextIds: await nextIds(source.work.log),
    }
    const people = await peopleNames(source.work)
    return write({ type: form.type, chunks: form.draw(source, facts, { base, people }) })
  })
}
