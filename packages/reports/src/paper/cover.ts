import { organisationFields } from '@ropewalk/domain/organisation.ts'
import { both, type Text } from '@ropewalk/domain/words.ts'
import type { Cell } from '../cell.ts'
import { contactOf, officerOf } from '../datasets/activities/organisation.ts'
import { secondsOf, stated } from '../facts.ts'
import type { Scene } from '../scene.ts'
import { countryWord } from '../word.ts'
import { paragraphsOf } from './answers.ts'
import type { Line } from './paper.ts'
import type { ReportSource } from './source.ts'

type Given = { source: ReportSource; scene: Scene; activities: number; open: number }

/** The title page: whose record it is, who answers for it, which state of the register it shows. */
export function coverOf({ source, scene, activities, open }: Given): Line[] {
  const { organisation, asOf, generatedAt, head } = source
  const line = (label: Text, cell: Cell, askedBy = ''): Line => ({
    label: label[scene.language],
    answer: paragraphsOf(cell, scene),
    askedBy,
  })
  const { country, authority } = organisationFields
  return [
    line(words.organisation, stated(organisation?.name ?? ''), 'Art. 30(1)(a), 30(2)(a)'),
    line(words.contact, contactOf(organisation), 'Art. 30(1)(a), 30(2)(a)'),
    line(country.label, countryWord(organisation?.country ?? null)),
    line(words.dpo, officerOf(organisation, 'dpo'), 'Art. 37'),
    line(words.representative, officerOf(organisation, 'representative'), 'Art. 27'),
    line(authority.label, stated(organisation?.authority ?? ''), 'Art. 51'),
    line(words.asOf, asOf),
    line(words.generated, secondsOf(generatedAt)),
    line(words.activities, activities),
    line(words.open, open),
    ...(head ? [line(words.head, head.trim().split('\n'))] : []),
  ]
}

const words = {
  organisation: both('Organisation', 'Organisation'),
  contact: both('Contact', 'Coordonnées'),
  dpo: both('Data protection officer', 'Délégué à la protection des données'),
  representative: both('Representative', 'Représentant'),
  asOf: both('As of', 'En date du'),
  generated: both('Generated (UTC)', 'Produit le (UTC)'),
  activities: both('Activities', 'Activités'),
  open: both('Open findings', 'Constats ouverts'),
  head: both('Head of the log', 'Tête du journal'),
}
