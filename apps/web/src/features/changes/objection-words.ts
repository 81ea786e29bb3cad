import { both } from '@ropewalk/domain/words.ts'

export const objectionWords = {
  title: both('Objections', 'Oppositions'),
  none: both('Nobody has objected.', 'Personne ne s’est opposé.'),
  reference: both('Reference', 'Référence'),
  who: both('Who', 'Qui'),
  unnamed: both('without a name', 'sans nom'),
  received: both('Received', 'Reçue'),
  deadline: both('Could object until', 'Pouvait s’opposer jusqu’au'),
  late: both('late', 'tardive'),
  grounds: both('Grounds', 'Motifs'),
  state: both('State', 'État'),
  acts: both('Actions', 'Actions'),
  decide: both('Decide…', 'Statuer…'),
  decideOn: both('Decide on {id}', 'Statuer sur {id}'),
  decision: both('What was decided, and why', 'Ce qui a été décidé, et pourquoi'),
  decisionHint: both(
    'The objector is mailed these words; they stay in the log.',
    'Ces mots sont envoyés à l’opposant ; ils restent au journal.',
  ),
  unreachable: both('can no longer be mailed', 'ne peut plus recevoir de courriel'),
  unreachableHint: both(
    'Nobody is mailed: the secret of this installation was changed, so the address can no longer be read. Tell the objector in another way. The words stay in the log.',
    'Personne ne reçoit de courriel : le secret de cette installation a été changé et l’adresse n’est plus lisible. Informez l’opposant autrement. Ces mots restent au journal.',
  ),
  decideAlone: both('Decide', 'Statuer'),
  save: both('Decide and tell', 'Statuer et informer'),
} as const
