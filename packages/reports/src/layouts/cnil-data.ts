import type { Activity } from '@ropewalk/domain/activity/activity.ts'
import type { DataCategory } from '@ropewalk/domain/data-category.ts'
import { dataCategoryFields } from '@ropewalk/domain/data-category.ts'
import { specialKinds } from '@ropewalk/domain/legal-bases.ts'
import type { Cell } from '../cell.ts'
import { answerOf } from '../datasets/activities/item.ts'
import { answerTo, inOne, listOr, nameOf, retentionText } from '../facts.ts'
import type { Scene } from '../scene.ts'
import { answers } from '../word.ts'

type Row = Activity['data'][number]
type Group = DataCategory['group']

/** The CNIL’s six headings, verbatim, with the groups of the register that plainly belong under each. */
const headings: readonly { heading: string; groups: readonly Group[] }[] = [
  { heading: "État civil, identité, données d'identification, images…", groups: ['account'] },
  { heading: 'Vie personnelle (habitudes de vie, situation familiale, etc.)', groups: [] },
  { heading: "Informations d'ordre économique et financier", groups: ['billing'] },
  {
    heading: 'Données de connexion (adress IP, logs, etc.)',
    groups: ['usage', 'device', 'cookie'],
  },
  {
    heading: 'Données de localisation (déplacements, données GPS, GSM, etc.)',
    groups: ['location'],
  },
  { heading: 'Numéro de Sécurité Sociale (ou NIR)', groups: [] },
]

/** The headings for which the register has no group. */
export const headingsWithoutGroup: readonly string[] = headings
  .filter(({ groups }) => groups.length === 0)
  .map(({ heading }) => heading)

/** Data by the CNIL’s headings, then what belongs under none of them, by its own name. */
export function categoryRows(record: Activity, scene: Scene): (readonly Cell[])[] {
  const { look } = scene
  const otherwise = record.data.length === 0 ? answerOf(record, 'data') : null
  const groupOf = (row: Row) => look.dataCategory(row.dataCategory)?.group ?? null
  const placed = new Set(headings.flatMap(({ groups }) => groups))
  return [
    ...headings.map(({ heading, groups }) =>
      described(
        heading,
        record.data.filter((row) => groups.includes(groupOf(row))),
        { scene, otherwise },
      ),
    ),
    ...record.data
      .filter((row) => !placed.has(groupOf(row)))
      .map((row): readonly Cell[] => [
        nameOf(row.dataCategory, look.dataCategory(row.dataCategory)),
        elementsOf(row, scene),
        retentionText(row, scene),
      ]),
  ]
}

/** The eight special categories of Art. 9(1) GDPR, then Art. 10. */
export function sensitiveRows(record: Activity, scene: Scene): (readonly Cell[])[] {
  const categories = record.data.map((row) => scene.look.dataCategory(row.dataCategory))
  const every = (isRuledOut: (category: DataCategory) => unknown) =>
    record.data.length === 0
      ? answerOf(record, 'data')
      : categories.every((category) => category && isRuledOut(category))
        ? answers.none
        : null
  const noSpecial = every((category) => answerTo(dataCategoryFields, category, 'specialKinds'))
  const noCriminal = every(({ criminal }) => criminal === false)
  const where = (has: (category: DataCategory) => boolean | null) =>
    record.data.filter((_, index) => {
      const category = categories[index]
      return category !== undefined && has(category) === true
    })
  return [
    ...Object.entries(specialKinds).map(([kind, { fr }]) =>
      described(
        fr,
        where((category) => category.specialKinds.some((each) => each === kind)),
        { scene, otherwise: noSpecial },
      ),
    ),
    described(
      'condamnations pénales ou infractions',
      where(({ criminal }) => criminal),
      { scene, otherwise: noCriminal },
    ),
  ]
}

type Given = { scene: Scene; otherwise: Cell }
const described = (heading: string, rows: readonly Row[], { scene, otherwise }: Given): Cell[] => [
  heading,
  listOr(
    rows.map((row) => {
      const name = nameOf(row.dataCategory, scene.look.dataCategory(row.dataCategory))
      const elements = elementsOf(row, scene)
      return elements === null ? name : `${name}: ${elements}`
    }),
    otherwise,
  ),
  listOr(
    rows.map((row) => retentionText(row, scene)),
    otherwise,
  ),
]

/** Those named in the activity; all of the category where none is. */
const elementsOf = (row: Row, { look }: Scene): string | null =>
  inOne(
    row.elements.length > 0
      ? [...row.elements]
      : [...(look.dataCategory(row.dataCategory)?.elements ?? [])],
  )
