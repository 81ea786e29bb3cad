import type { Activity } from '../activity/activity.ts'
import type { Look } from '../look.ts'
import { both } from '../words.ts'

/** The items of Art. 30(1) and 30(2) GDPR that an activity must answer. */
export const items = {
  '30(1)(a)': both('controller and contacts', 'responsable et coordonnées'),
  '30(1)(b)': both('purposes', 'finalités'),
  '30(1)(c)': both('data subjects and data categories', 'personnes et données'),
  '30(1)(d)': both('recipients', 'destinataires'),
  '30(1)(e)': both('transfers', 'transferts'),
  '30(1)(f)': both('time limits for erasure', 'délais d’effacement'),
  '30(1)(g)': both('security measures', 'mesures de sécurité'),
  '30(2)(a)': both('controllers served', 'responsables servis'),
  '30(2)(b)': both('categories of processing', 'catégories de traitements'),
  '30(2)(c)': both('transfers', 'transferts'),
  '30(2)(d)': both('security measures', 'mesures de sécurité'),
} as const
export type ItemKey = keyof typeof items
export type ItemAnswer = 'answered' | 'inPart' | 'open'

/** How an activity answers each item of the records it belongs to: one to confirm belongs to both. */
export function answeredItems(
  activity: Activity,
  look: Look,
): { item: ItemKey; answer: ItemAnswer }[] {
  const asController = activity.role !== 'processor'
  const asProcessor =
    activity.role === 'processor' || activity.role === 'toConfirm' || activity.role === null
  const answers = {
    ...(asController ? ofController(activity, look) : {}),
    ...(asProcessor ? ofProcessor(activity, look) : {}),
  }
  return Object.entries(answers).map(([item, answer]) => ({ item: item as ItemKey, answer }))
}

function ofController(activity: Activity, look: Look) {
  const kept = activity.data.filter((row) => row.period !== null || row.trigger !== '')
  const criteria = activity.data.some(
    (row) => row.period !== null || row.trigger !== '' || row.criteria !== '',
  )
  return {
    '30(1)(a)': contact(activity, look),
    '30(1)(b)': whole(activity.purposes.length > 0),
    '30(1)(c)': part([activity.dataSubjects.length > 0, activity.data.length > 0]),
    '30(1)(d)': whole(
      activity.recipients.length + activity.subProcessors.length > 0 ||
        said(activity, 'recipients') ||
        said(activity, 'subProcessors'),
    ),
    '30(1)(e)': transfer(activity, look),
    '30(1)(f)':
      kept.length > 0 && kept.length === activity.data.length
        ? ('answered' as const)
        : criteria
          ? ('inPart' as const)
          : ('open' as const),
    '30(1)(g)': whole(activity.measures.length > 0),
  }
}

function ofProcessor(activity: Activity, look: Look) {
  const served = activity.controllersServed
  const named = served.filter((row) => look.party(row.party)?.aClass !== true)
  return {
    '30(2)(a)':
      served.length === 0
        ? ('open' as const)
        : named.length === served.length
          ? ('answered' as const)
          : ('inPart' as const),
    '30(2)(b)': part(
      served.length === 0 ? [false] : served.map((row) => row.processingCategories.length > 0),
    ),
    '30(2)(c)': transfer(activity, look),
    '30(2)(d)': whole(activity.measures.length > 0),
  }
}

function contact(activity: Activity, look: Look): ItemAnswer {
  const organisation = look.organisation(activity.organisation)
  if (!organisation) return 'open'
  return part([organisation.name !== '', organisation.address !== '' || organisation.email !== ''])
}

function transfer(activity: Activity, look: Look): ItemAnswer {
  if (activity.transfers.length > 0 || said(activity, 'transfers')) return 'answered'
  const suppliers = activity.subProcessors.map(
    (row) => look.subProcessor(row.subProcessor)?.locations.length ?? 0,
  )
  return suppliers.length > 0 && suppliers.every((places) => places > 0) ? 'answered' : 'open'
}

const said = (activity: Activity, field: string) => activity.declared[field] !== undefined
const whole = (answered: boolean): ItemAnswer => (answered ? 'answered' : 'open')
const part = (parts: readonly boolean[]): ItemAnswer =>
  parts.every(Boolean) ? 'answered' : parts.some(Boolean) ? 'inPart' : 'open'
