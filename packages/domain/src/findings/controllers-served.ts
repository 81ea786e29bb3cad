import { type Activity, activityFields } from '../activity/activity.ts'
import type { Finding } from '../finding.ts'
import type { Look } from '../look.ts'
import { both } from '../words.ts'
import { isDeclared } from './declared.ts'
import { isProcessors } from './roles.ts'
import { found, gap, when } from './rule.ts'
import { called, nameOf } from './wording.ts'

const none = gap(
  'controllers-not-named',
  'Art. 30(2)(a)',
  both('Controllers served not named', 'Responsables servis non indiqués'),
)
const aClass = gap(
  'controller-is-a-class',
  'Art. 30(2)(a)',
  both('Controllers served named only as a class', 'Responsables servis indiqués par catégorie'),
)
const contact = gap(
  'controller-without-contact',
  'Art. 30(2)(a)',
  both('Controller served without contact details', 'Responsable servi sans coordonnées'),
)
const categories = gap(
  'processing-categories-not-stated',
  'Art. 30(2)(b)',
  both('Categories of processing not stated', 'Catégories de traitements non indiquées'),
)
export const controllersServedRules = [none, aClass, contact, categories]

const sentences = {
  none: both(
    'No controller on whose behalf we act is named.',
    'Aucun responsable du traitement pour le compte duquel nous agissons n’est indiqué.',
  ),
  aClass: both(
    '{party} is a class of controllers: each one is to be named.',
    '{party} est une catégorie de responsables du traitement : chacun est à indiquer.',
  ),
  contact: both(
    'The contact details of the controller {party} are not stated.',
    'Les coordonnées du responsable du traitement {party} ne sont pas indiquées.',
  ),
  categories: both(
    'The categories of processing carried out on behalf of {party} are not stated.',
    'Les catégories de traitements effectués pour le compte de {party} ne sont pas indiquées.',
  ),
}

export const controllersNotNamed = (activity: Activity): Finding[] =>
  when(
    isProcessors(activity) &&
      activity.controllersServed.every((row) => row.party === null) &&
      !isDeclared(activityFields, activity, 'controllersServed'),
    () => found(none, activity, { field: 'controllersServed', text: sentences.none }),
  )

export const controllerIsAClass = (activity: Activity, look: Look): Finding[] =>
  partiesServed(activity, look)
    .filter(({ party }) => party.aClass === true)
    .map(({ rowId, party }) =>
      found(aClass, activity, {
        field: 'controllersServed',
        row: rowId,
        text: sentences.aClass,
        values: { party: called(party) },
      }),
    )

export const controllerWithoutContact = (activity: Activity, look: Look): Finding[] =>
  partiesServed(activity, look)
    .filter(
      ({ party }) => party.aClass !== true && party.contact === '' && party.contactEmail === '',
    )
    .map(({ rowId, party }) =>
      found(contact, activity, {
        field: 'controllersServed',
        row: rowId,
        text: sentences.contact,
        values: { party: called(party) },
      }),
    )

export const processingCategoriesNotStated = (activity: Activity, look: Look): Finding[] =>
  !isProcessors(activity)
    ? []
    : activity.controllersServed
        .filter((row) => row.processingCategories.length === 0)
        .map((row) =>
          found(categories, activity, {
            field: 'controllersServed',
            row: row.rowId,
            text: sentences.categories,
            values: { party: nameOf(row.party, look) },
          }),
        )

const partiesServed = (activity: Activity, look: Look) =>
  !isProcessors(activity)
    ? []
    : activity.controllersServed.flatMap(({ rowId, party: id }) => {
        const party = look.party(id)
        return party ? [{ rowId, party }] : []
      })
