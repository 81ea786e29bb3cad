import { choice, choices, day, link, person, prose, rows, text } from '../field.ts'
import { both } from '../words.ts'

/** The organisation's role in the activity: a fact of the activity, never of a company as such. */
export const activityRoles = {
  controller: both('controller', 'responsable du traitement'),
  jointController: both('joint controller', 'responsable conjoint'),
  processor: both('processor', 'sous-traitant'),
  toConfirm: both('to confirm', 'à confirmer'),
} as const

/** Operations named in Art. 4(2) GDPR; a processor's categories of processing use the same. */
export const operations = {
  collect: both('collect', 'collecter'),
  record: both('record', 'enregistrer'),
  organise: both('organise', 'organiser'),
  store: both('store', 'conserver'),
  adapt: both('adapt', 'adapter'),
  retrieve: both('retrieve', 'extraire'),
  use: both('use', 'utiliser'),
  transmit: both('transmit', 'transmettre'),
  combine: both('combine', 'rapprocher'),
  restrict: both('restrict', 'limiter'),
  erase: both('erase', 'effacer'),
} as const

export const lifecycles = {
  planned: both('planned', 'prévue'),
  ongoing: both('ongoing', 'en cours'),
  stopped: both('stopped', 'arrêtée'),
} as const

export const what = {
  name: text({
    label: both('Name', 'Nom'),
    chapter: 'what',
    term: 'dct:title',
    searched: true,
    alsoCalled: ['Activity', 'Processing activity', 'Traitement', 'Nom du traitement'],
  }),
  description: prose({
    label: both('Description', 'Description'),
    chapter: 'what',
    term: 'dct:description',
    searched: true,
  }),
  businessFunction: text({
    label: both('Business function', 'Fonction'),
    chapter: 'what',
    term: 'dpv:hasOrganisationalUnit',
    searched: true,
    alsoCalled: ['Department', 'Service', 'Direction'],
  }),
  owner: person({
    label: both('Owner', 'Responsable interne'),
    chapter: 'what',
    term: 'dpv:hasResponsibleEntity',
  }),
  products: rows(
    { product: link('product', { label: both('Product', 'Produit'), chapter: 'what' }) },
    {
      label: both('Products', 'Produits'),
      chapter: 'what',
      term: 'dpv:hasService',
      takes: { none: 'always', notApplicable: 'always' },
    },
  ),
  role: choice(activityRoles, {
    label: both('Our role', 'Notre rôle'),
    chapter: 'what',
    askedBy: ['Art. 30(1)(a)'],
  }),
  organisation: link('organisation', {
    label: both('Organisation', 'Organisation'),
    chapter: 'what',
    askedBy: ['Art. 30(1)(a)'],
    term: 'dpv:hasDataController',
  }),
  operations: choices(operations, {
    label: both('Operations', 'Opérations'),
    chapter: 'what',
    askedBy: ['Art. 4(2)'],
    term: 'dpv:hasProcessing',
  }),
  lifecycle: choice(lifecycles, {
    label: both('Lifecycle', 'Cycle de vie'),
    chapter: 'what',
    term: 'dpv:hasActivityStatus',
  }),
  startedOn: day({ label: both('Started on', 'Commencée le'), chapter: 'what' }),
  endedOn: day({ label: both('Ended on', 'Terminée le'), chapter: 'what' }),
} as const
