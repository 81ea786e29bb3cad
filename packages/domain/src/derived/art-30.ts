import type { Activity } from '../activity/activity.ts'
import type { Finding } from '../finding.ts'
import {
  controllerIsAClass,
  controllersNotNamed,
  controllerWithoutContact,
} from '../findings/controllers-served.ts'
import { dataCategoriesNotStated, dataSubjectsNotStated } from '../findings/data.ts'
import { jointControllerNotNamed, organisationNotNamed } from '../findings/identity.ts'
import {
  dpoNotStated,
  organisationWithoutContact,
  organisationWithoutName,
  representativeNotStated,
} from '../findings/organisation.ts'
import { purposesNotStated } from '../findings/purposes.ts'
import { recipientsNotStated } from '../findings/recipients.ts'
import { retentionCriterionUnverifiable, retentionNotStated } from '../findings/retention.ts'
import { isControllers, isProcessors } from '../findings/roles.ts'
import { measuresNotStated } from '../findings/security.ts'
import { transfersNotStated } from '../findings/transfers.ts'
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

/** How an activity answers each item of the records it belongs to, by the same rules as the findings; one to confirm belongs to both. */
export function answeredItems(
  activity: Activity,
  look: Look,
): { item: ItemKey; answer: ItemAnswer }[] {
  const answers = {
    ...(isControllers(activity) ? ofController(activity, look) : {}),
    ...(isProcessors(activity) ? ofProcessor(activity, look) : {}),
  }
  return Object.entries(answers).map(([item, answer]) => ({ item: item as ItemKey, answer }))
}

function ofController(activity: Activity, look: Look) {
  return {
    '30(1)(a)': contact(activity, look),
    '30(1)(b)': whole(isClean(purposesNotStated(activity))),
    '30(1)(c)': part([
      isClean(dataSubjectsNotStated(activity)),
      isClean(dataCategoriesNotStated(activity)),
    ]),
    '30(1)(d)': whole(isClean(recipientsNotStated(activity))),
    '30(1)(e)': whole(isClean(transfersNotStated(activity, look))),
    '30(1)(f)': retention(activity, look),
    '30(1)(g)': whole(isClean(measuresNotStated(activity))),
  }
}

function ofProcessor(activity: Activity, look: Look) {
  const served = activity.controllersServed
  const isNamed = isClean(controllersNotNamed(activity))
  const isWhole =
    isClean(organisationNotNamed(activity)) &&
    isClean(controllerIsAClass(activity, look)) &&
    isClean(controllerWithoutContact(activity, look))
  return {
    '30(2)(a)': part([isNamed, isNamed && isWhole]),
    '30(2)(b)': part(
      served.length === 0 ? [false] : served.map((row) => row.processingCategories.length > 0),
    ),
    '30(2)(c)': whole(isClean(transfersNotStated(activity, look))),
    '30(2)(d)': whole(isClean(measuresNotStated(activity))),
  }
}

function contact(activity: Activity, look: Look): ItemAnswer {
  const organisation = look.organisation(activity.organisation)
  if (!organisation) return 'open'
  return part([
    isClean(organisationWithoutName(organisation)),
    isClean(organisationWithoutContact(organisation)),
    isClean(representativeNotStated(organisation)),
    isClean(dpoNotStated(organisation)),
    ...jointControllerNotNamed(activity).map(() => false),
  ])
}

/** A criterion nobody can check answers in part. */
function retention(activity: Activity, look: Look): ItemAnswer {
  const open = retentionNotStated(activity, look).length
  if (open === activity.data.length) return 'open'
  return open === 0 && isClean(retentionCriterionUnverifiable(activity, look))
    ? 'answered'
    : 'inPart'
}

const isClean = (findings: readonly Finding[]) => findings.length === 0
const whole = (answered: boolean): ItemAnswer => (answered ? 'answered' : 'open')
const part = (parts: readonly boolean[]): ItemAnswer =>
  parts.every(Boolean) ? 'answered' : parts.some(Boolean) ? 'inPart' : 'open'
