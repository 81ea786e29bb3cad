import { engagementsOf } from '../derived/links.ts'
import { differingFacts, publishedFrom, publishedLabels } from '../derived/published-from.ts'
import type { Finding } from '../finding.ts'
import type { Look } from '../look.ts'
import { writtenByChanges } from '../sub-processor/status.ts'
import type { SubProcessor } from '../sub-processor/sub-processor.ts'
import { both } from '../words.ts'
import { advice, conflict, found, gap, when } from './rule.ts'
import { called, listed } from './wording.ts'

const missing = gap(
  'sub-processor-not-published',
  'Art. 28(2)',
  both('Sub-processor not published', 'Sous-traitant ultérieur non publié'),
)
const stale = conflict(
  'published-facts-differ',
  'Art. 28(2)',
  both('Published facts differ from the register', 'Faits publiés différents du registre'),
)
const needless = advice(
  'published-only-as-processor',
  'Art. 28(2)',
  both(
    'Published but engaged only as processor',
    'Publié mais engagé seulement comme sous-traitant',
  ),
)
export const publicationRules = [missing, stale, needless]

const sentences = {
  missing: both(
    '{supplier} is engaged as sub-processor and is not published.',
    '{supplier} est engagé comme sous-traitant ultérieur et n’est pas publié.',
  ),
  perhaps: both(
    '{supplier} is not published, and whether it is engaged as sub-processor is to confirm.',
    '{supplier} n’est pas publié, et son engagement comme sous-traitant ultérieur est à confirmer.',
  ),
  stale: both(
    'What the public reads about {supplier} differs from the register: {facts}.',
    'Ce que le public lit sur {supplier} diffère du registre : {facts}.',
  ),
  needless: both(
    '{supplier} is published, and it is engaged only as processor.',
    '{supplier} est publié alors qu’il n’est engagé que comme sous-traitant.',
  ),
}

const written: ReadonlySet<string> = new Set(writtenByChanges)

export function subProcessorNotPublished(supplier: SubProcessor, look: Look): Finding[] {
  if (look.published(supplier.id) ?? look.announced(supplier.id)) return []
  const engaged = engagementsOf(supplier.id, look)
  return when(engaged.has('subProcessor') || engaged.has('toConfirm'), () =>
    found(missing, supplier, {
      field: 'status',
      text: engaged.has('subProcessor') ? sentences.missing : sentences.perhaps,
      values: { supplier: called(supplier) },
    }),
  )
}

export function publishedFactsDiffer(supplier: SubProcessor, look: Look): Finding[] {
  const published = look.published(supplier.id)
  if (!published) return []
  // Its status and dates are written by changes alone, which tell the public themselves.
  const told = look.announced(supplier.id) ?? published
  const facts = differingFacts(told, publishedFrom(supplier, look)).filter(
    (fact) => !(look.announced(supplier.id) && written.has(fact)),
  )
  return when(facts.length > 0, () =>
    found(stale, supplier, {
      field: 'status',
      text: sentences.stale,
      values: {
        supplier: called(supplier),
        facts: listed(facts.map((fact) => publishedLabels[fact])),
      },
    }),
  )
}

export function publishedOnlyAsProcessor(supplier: SubProcessor, look: Look): Finding[] {
  if (!look.published(supplier.id)) return []
  const engaged = engagementsOf(supplier.id, look)
  return when(engaged.size === 1 && engaged.has('processor'), () =>
    found(needless, supplier, {
      field: 'status',
      text: sentences.needless,
      values: { supplier: called(supplier) },
    }),
  )
}
