import { both } from '@ropewalk/domain/words.ts'

export const objectionMailWords = {
  link: both('To object to this change: {link}', 'Pour vous opposer à ce changement : {link}'),
  ask: {
    subject: both('Object to: {title}', 'S’opposer à : {title}'),
    text: both(
      'Somebody, probably you, asked at {house} to object to this change of sub-processors:\n\n{title}\n\nSay why here, within 48 hours:\n\n{link}\n\nIf it was not you, do nothing: this address is kept nowhere.\n',
      'Quelqu’un, sans doute vous, a demandé à l’adresse {house} à s’opposer à ce changement de sous-traitants ultérieurs :\n\n{title}\n\nDites pourquoi ici, sous 48 heures :\n\n{link}\n\nSi ce n’est pas vous, ne faites rien : cette adresse n’est conservée nulle part.\n',
    ),
  },
  receipt: {
    subject: both('{id}: your objection was received', '{id} : votre opposition est reçue'),
    text: both(
      'Your objection to this change was received at {at} under the reference {id}:\n\n{title}\n\n{clock}\n\nThis is what you wrote:\n\n{grounds}\n\nYou will be told by mail what is decided. The change on the public page:\n{page}\n',
      'Votre opposition à ce changement a été reçue à {at} sous la référence {id} :\n\n{title}\n\n{clock}\n\nVoici ce que vous avez écrit :\n\n{grounds}\n\nVous serez averti par courriel de ce qui est décidé. Le changement sur la page publique :\n{page}\n',
    ),
    inTime: both(
      'It came in time: one could object until {deadline}. The change is to take effect on {effective}.',
      'Elle est arrivée à temps : il était possible de s’opposer jusqu’au {deadline}. Le changement doit prendre effet le {effective}.',
    ),
    late: both(
      'It came after the last day to object, {deadline}. It is taken and marked late.',
      'Elle est arrivée après le dernier jour d’opposition, le {deadline}. Elle est prise en compte et signalée comme tardive.',
    ),
  },
  decided: {
    subject: both('{id}: {state}', '{id} : {state}'),
    text: both(
      'Your objection {id} to this change is now: {state}.\n\n{title}\n\n{decision}\n\nThe change on the public page:\n{page}\n',
      'Votre opposition {id} à ce changement est maintenant : {state}.\n\n{title}\n\n{decision}\n\nLe changement sur la page publique :\n{page}\n',
    ),
  },
  told: {
    subject: both('{id}: objection to {title}', '{id} : opposition à {title}'),
    text: both(
      '{who} objects to a change of sub-processors ({id}):\n\n{title}\n\n{grounds}\n\nDecide here:\n{page}\n',
      '{who} s’oppose à un changement de sous-traitants ultérieurs ({id}) :\n\n{title}\n\n{grounds}\n\nStatuez ici :\n{page}\n',
    ),
    somebody: both('Somebody', 'Quelqu’un'),
  },
} as const
