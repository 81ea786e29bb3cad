import { both, type Text } from '@ropewalk/domain/words.ts'

type Actor = { actorKind: string; actorName: string }

/** Who did it: the name that stood then, or what the product calls those who have none. */
export function whoText({ actorKind, actorName }: Actor): Text {
  if (actorKind === 'public') return both('not signed in yet', 'pas encore connecté')
  if (actorKind === 'system' && (actorName === 'system' || actorName === 'start'))
    return both('Ropewalk', 'Ropewalk')
  return both(actorName, actorName)
}

const kinds: Readonly<Record<string, Text>> = {
  'first-account': both('the first account', 'le premier compte'),
  'sign-in': both('an unknown address', 'une adresse inconnue'),
  'second-factor': both('the roles', 'les rôles'),
  reference: both('reference data', 'données de référence'),
  setting: both('setting', 'paramètre'),
  erasure: both('erasure', 'effacement'),
  export: both('export', 'export'),
  subscription: both('subscription', 'abonnement'),
  backup: both('backup', 'sauvegarde'),
  'backup-rule': both('backup', 'sauvegarde'),
  'log-key': both('key', 'clé'),
}

/** What an entry is about: an id, or a word of the product with what tells it apart. */
export function aboutText(about: string): Text {
  const [kind = '', ...rest] = about.split(' ')
  const word = Object.hasOwn(kinds, kind) ? kinds[kind] : undefined
  if (!word) return both(about, about)
  return both([word.en, ...rest].join(' '), [word.fr, ...rest].join(' '))
}
