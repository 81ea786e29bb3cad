import { day, links, prose, text } from '../field.ts'
import { both } from '../words.ts'

const about = (en: string, fr: string) => ({ label: both(en, fr), chapter: 'what' as const })

/** What the fields of a change are called, in refusals and on the screen alike. */
export const changeFields = {
  kind: text(about('Kind', 'Type')),
  what: text(about('What changes', 'Ce qui change')),
  why: prose(about('Why', 'Pourquoi')),
  subProcessors: links('subProcessor', about('Sub-processors', 'Sous-traitants')),
  replaced: links('subProcessor', about('Replaced', 'Remplacés')),
  alterations: text(about('What is altered', 'Ce qui est modifié')),
  effectiveOn: day(about('In effect from', 'En vigueur le')),
  emergency: prose(about('Why it cannot wait', 'Pourquoi il y a urgence')),
  overrideReason: prose(
    about('Why a promise is not kept', 'Pourquoi une promesse n’est pas tenue'),
  ),
  consentReason: prose(
    about('Why it goes on without an authorisation', 'Pourquoi passer outre une autorisation'),
  ),
  reason: prose(about('Reason', 'Motif')),
} as const
