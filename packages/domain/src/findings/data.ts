import { type Activity, activityFields } from '../activity/activity.ts'
import type { Finding } from '../finding.ts'
import { specialKinds } from '../legal-bases.ts'
import type { Look } from '../look.ts'
import { both } from '../words.ts'
import { isDeclared } from './declared.ts'
import { isControllers } from './roles.ts'
import { found, gap, when } from './rule.ts'
import { called, listed } from './wording.ts'

const subjects = gap(
  'data-subjects-not-stated',
  'Art. 30(1)(c)',
  both('Data subjects not stated', 'Personnes concernées non indiquées'),
)
const categories = gap(
  'data-categories-not-stated',
  'Art. 30(1)(c)',
  both('Data categories not stated', 'Catégories de données non indiquées'),
)
const special = gap(
  'special-category-without-condition',
  'Art. 9(2)',
  both('Special category without condition', 'Catégorie particulière sans condition'),
)
const criminal = gap(
  'criminal-data-without-authorisation',
  'Art. 10',
  both(
    'Data on convictions or offences without authorisation',
    'Données sur des condamnations ou infractions sans autorisation',
  ),
)
export const dataRules = [subjects, categories, special, criminal]

const sentences = {
  subjects: both(
    'No category of data subjects is stated.',
    'Aucune catégorie de personnes concernées n’est indiquée.',
  ),
  categories: both(
    'No category of personal data is stated.',
    'Aucune catégorie de données n’est indiquée.',
  ),
  special: both(
    '{category} holds special categories of data ({kinds}), and no condition of Art. 9(2) is stated.',
    '{category} comprend des catégories particulières de données ({kinds}), mais aucune condition de l’art. 9(2) n’est indiquée.',
  ),
  criminal: both(
    '{category} holds data on criminal convictions or offences, and no authorisation is stated.',
    '{category} comprend des données sur des condamnations ou infractions, mais aucune autorisation n’est indiquée.',
  ),
}

export const dataSubjectsNotStated = (activity: Activity): Finding[] =>
  when(
    isControllers(activity) &&
      activity.dataSubjects.every((row) => row.dataSubject === null) &&
      !isDeclared(activityFields, activity, 'dataSubjects'),
    () => found(subjects, activity, { field: 'dataSubjects', text: sentences.subjects }),
  )

export const dataCategoriesNotStated = (activity: Activity): Finding[] =>
  when(
    isControllers(activity) &&
      activity.data.every((row) => row.dataCategory === null) &&
      !isDeclared(activityFields, activity, 'data'),
    () => found(categories, activity, { field: 'data', text: sentences.categories }),
  )

export const specialCategoryWithoutCondition = (activity: Activity, look: Look): Finding[] =>
  controllersData(activity).flatMap((row) => {
    const category = look.dataCategory(row.dataCategory)
    if (!category || category.specialKinds.length === 0 || row.specialCondition !== null) return []
    const kinds = listed(category.specialKinds.map((kind) => specialKinds[kind]))
    const values = { category: called(category), kinds }
    return [found(special, activity, { ...at(row), text: sentences.special, values })]
  })

export const criminalDataWithoutAuthorisation = (activity: Activity, look: Look): Finding[] =>
  controllersData(activity).flatMap((row) => {
    const category = look.dataCategory(row.dataCategory)
    if (category?.criminal !== true || row.criminalAuthorisation !== '') return []
    const values = { category: called(category) }
    return [found(criminal, activity, { ...at(row), text: sentences.criminal, values })]
  })

type Row = Activity['data'][number]
const controllersData = (activity: Activity): readonly Row[] =>
  isControllers(activity) ? activity.data : []
const at = ({ rowId }: Row) => ({ field: 'data', row: rowId })
