import { publishedDifferences } from '../derived/published-from.ts'
import { both, type Language, say, type Text } from '../words.ts'
import { writtenDay } from '../written-day.ts'
import { partOf } from './after.ts'
import { isHeld } from './held.ts'
import {
  type Alteration,
  type ChangedFacts,
  type ChangeKind,
  type ChangeState,
  type SupplierChange,
  suppliersOf,
} from './supplier-change.ts'

/** What the public may know of a change once it is announced. Who was told, and how, is not among it. */
export type PublicChange = {
  id: string
  kind: ChangeKind
  what: string
  why: string
  subProcessors: readonly string[]
  replaced: readonly string[]
  alterations: readonly Alteration[]
  facts: readonly ChangedFacts[]
  state: Exclude<ChangeState, 'draft'>
  announcedOn: string
  objectionDeadline: string
  effectiveOn: string
  /** Announced, and it does not take effect on its day while an authorisation is open or refused; whose is not said. */
  held: boolean
  emergency: string
  withdrawnOn: string | null
  withdrawalReason: string
  /** Rises with every step. */
  version: number
  /** The instant of its newest step, ISO 8601 UTC. */
  updatedAt: string
}

/** Nothing of a draft. */
export function publicChange(change: SupplierChange): PublicChange | undefined {
  const { state, announcedOn, objectionDeadline, effectiveOn } = change
  if (state === 'draft' || !announcedOn || !objectionDeadline || !effectiveOn) return undefined
  const { id, kind, what, why, subProcessors, replaced, alterations, facts, emergency } = change
  const { withdrawnOn, withdrawalReason, updatedAt, version } = change
  return {
    ...{ id, kind, what, why, subProcessors, replaced, alterations, facts, state, emergency },
    ...{
      announcedOn,
      objectionDeadline,
      effectiveOn,
      held: state === 'announced' && isHeld(change),
      withdrawnOn,
      withdrawalReason,
      updatedAt,
      version,
    },
  }
}

const titles: Record<ChangeKind, Text> = {
  add: both('{comes} is added', 'Ajout de {comes}'),
  replace: both('{comes} replaces {goes}', '{comes} remplace {goes}'),
  remove: both('{goes} is removed', 'Retrait de {goes}'),
  alter: both('{stays} changes', 'Modification de {stays}'),
}

type Titled = Pick<PublicChange, 'kind' | 'facts' | 'replaced'>

/** `Hosting Ltd replaces Azure`: by the public names of its suppliers. */
export function changeTitle(change: Titled, language: Language): string {
  const named = (part: ReturnType<typeof partOf>) =>
    new Intl.ListFormat(language === 'en' ? 'en-GB' : 'fr').format(
      change.facts
        .filter(({ subProcessorId }) => partOf(change, subProcessorId) === part)
        .map(({ after, before }) => after.name || before?.name || after.subProcessorId),
    )
  return say(titles[change.kind], language, {
    comes: named('comes'),
    goes: named('goes'),
    stays: named('stays'),
  })
}

export type FactLine = { label: string; before: string; after: string }

/** What differs for each supplier of a change, as its reader reads it; empty where nothing is stated. */
export const factLines = (facts: ChangedFacts, language: Language): FactLine[] =>
  publishedDifferences(facts.before ?? undefined, facts.after, { language }).map(
    ({ field, label, before, after }) => {
      const isDay = field === 'effectiveOn' || field === 'endedOn'
      const said = (text: string) => (isDay ? writtenDay(text, language) : text)
      return { label: say(label, language), before: said(before), after: said(after) }
    },
  )

/** Its suppliers' public facts, in the order in which the change names them. */
export const factsInOrder = (change: Pick<PublicChange, 'facts' | 'subProcessors' | 'replaced'>) =>
  suppliersOf(change).flatMap(
    (id) => change.facts.find(({ subProcessorId }) => subProcessorId === id) ?? [],
  )
