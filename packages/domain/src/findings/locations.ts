import type { Engagement } from '../derived/engagement.ts'
import { engagementsOf } from '../derived/links.ts'
import { isThirdCountry } from '../derived/transfers.ts'
import type { Finding } from '../finding.ts'
import type { Look } from '../look.ts'
import { clauseModules } from '../mechanisms.ts'
import type { ClauseModule } from '../published.ts'
import { countryText } from '../reference/countries.ts'
import type { SubProcessor } from '../sub-processor/sub-processor.ts'
import { both } from '../words.ts'
import { conflict, found, gap, when } from './rule.ts'
import { isPlaced } from './transfers.ts'
import { called, listed } from './wording.ts'

const none = gap(
  'supplier-without-location',
  'Art. 30(1)(e), 44',
  both('Supplier without any location', 'Fournisseur sans aucun lieu'),
)
const modules = conflict(
  'clause-module-missing',
  'Art. 46(2)(c)',
  both('Module of the standard clauses missing', 'Module des clauses types manquant'),
)
export const locationsRules = [none, modules]

const sentences = {
  none: both(
    'Where {supplier} processes the data is not stated.',
    'Le lieu où {supplier} traite les données n’est pas indiqué.',
  ),
  modules: both(
    'The standard clauses for {country} need {needed}, and {n, plural, one {that module is} other {those modules are}} not among those stated.',
    'Les clauses types pour {country} demandent {needed}, qui ne {n, plural, one {figure} other {figurent}} pas parmi les modules indiqués.',
  ),
  either: both(
    'The standard clauses for {country} need module 2 or 3, by our role, and neither is among those stated.',
    'Les clauses types pour {country} demandent le module 2 ou 3, selon notre rôle, mais aucun des deux ne figure parmi les modules indiqués.',
  ),
}

export const supplierWithoutLocation = (supplier: SubProcessor): Finding[] =>
  when(!isPlaced(supplier), () =>
    found(none, supplier, {
      field: 'locations',
      text: sentences.none,
      values: { supplier: called(supplier) },
    }),
  )

/** The module follows our role in each link; while the role is to confirm, either module will do. */
export function clauseModuleMissing(supplier: SubProcessor, look: Look): Finding[] {
  const rows = supplier.locations.filter((row) => row.mechanism === 'standardClauses')
  if (rows.length === 0) return []
  const engaged = engagementsOf(supplier.id, look)
  return rows.flatMap((row) => {
    if (!isThirdCountry(row.country, look)) return []
    const country = countryText(row.country)
    const at = { field: 'locations', row: row.rowId }
    const missing = needed.filter(
      ([engagement, module]) => engaged.has(engagement) && !row.clauseModules.includes(module),
    )
    if (missing.length > 0) {
      const labels = listed(
        missing.map(([, module]) =>
          both(clauseModules[module].en, `le ${clauseModules[module].fr}`),
        ),
      )
      const values = { country, needed: labels, n: missing.length }
      return [found(modules, supplier, { ...at, text: sentences.modules, values })]
    }
    return when(
      engaged.has('toConfirm') && !needed.some(([, module]) => row.clauseModules.includes(module)),
      () => found(modules, supplier, { ...at, text: sentences.either, values: { country } }),
    )
  })
}

const needed: readonly (readonly [Engagement, ClauseModule])[] = [
  ['processor', 'two'],
  ['subProcessor', 'three'],
]
