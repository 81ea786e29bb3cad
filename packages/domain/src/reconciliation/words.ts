import { both, type Text } from '../words.ts'
import type { Candidate, SameWhy } from './matcher.ts'

/** Where a line or a record ended up, as files say it. */
export const resultNames = {
  inBoth: both('in both', 'dans les deux'),
  onlyThere: both('only in the list', 'seulement dans la liste'),
  onlyHere: both('only in the register', 'seulement dans le registre'),
  candidate: both('candidate', 'candidat'),
  nameless: both('without a name', 'sans nom'),
} as const satisfies Record<string, Text>

/** Why a line and a record are, or may be, the same. */
export const whyNames = {
  sameName: both('same name', 'même nom'),
  sameEntity: both('same legal entity', 'même entité juridique'),
  sameService: both('same service', 'même service'),
  confirmed: both('confirmed by a person', 'confirmé par une personne'),
  sameWords: both('same words', 'mêmes mots'),
  contains: both('one contains the other', 'l’un contient l’autre'),
  spelling: both('spelling close', 'orthographe proche'),
  someWords: both('some of the same words', 'quelques mots en commun'),
  sharedService: both('a service of several records', 'service de plusieurs fiches'),
} as const satisfies Record<SameWhy | Candidate['why'], Text>
