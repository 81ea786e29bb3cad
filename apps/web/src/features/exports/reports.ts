import { both, type Text } from '@ropewalk/domain/words.ts'

type ReportFacts = {
  key: string
  name: Text
  /** One sentence: what it is. */
  what: Text
  /** Who asks for it. */
  asked: string
  /** As in its addresses. */
  formats: readonly ('pdf' | 'docx' | 'xlsx')[]
}

/** The documents for people that the register can be read as. */
export const reports: readonly ReportFacts[] = [
  {
    key: 'record-controller',
    name: both('Record of the controller', 'Registre du responsable du traitement'),
    what: both(
      'The record to hand to an authority: every activity we decide on in full, everything it refers to, and what is still open.',
      'Le registre à remettre à une autorité : chaque activité dont nous décidons, en entier, tout ce à quoi elle renvoie et ce qui reste ouvert.',
    ),
    asked: 'Art. 30(1), 30(4)',
    formats: ['pdf', 'docx'],
  },
  {
    key: 'record-processor',
    name: both('Record of the processor', 'Registre du sous-traitant'),
    what: both(
      'The same for every activity carried out on behalf of customers.',
      'Le même pour chaque activité menée pour le compte de clients.',
    ),
    asked: 'Art. 30(2), 30(4)',
    formats: ['pdf', 'docx'],
  },
  {
    key: 'ico-controller',
    name: both('ICO layout', 'Modèle de l’ICO'),
    what: both(
      'The controller’s record under the 30 headings of the British authority’s template, a row for each purpose; a last sheet says what it cannot answer.',
      'Le registre du responsable sous les 30 rubriques du modèle de l’autorité britannique, une ligne par finalité ; une dernière feuille dit ce qui reste sans réponse.',
    ),
    asked: 'ICO · UK GDPR Art. 30(1)',
    formats: ['xlsx'],
  },
  {
    key: 'cnil',
    name: both('CNIL layout', 'Modèle de la CNIL'),
    what: both(
      'The controller’s record in the blocks of the French authority’s form, a sheet for each activity; headings are in French, a last sheet says what it cannot answer.',
      'Le registre du responsable dans les blocs de la fiche de l’autorité française, une feuille par activité ; une dernière feuille dit ce qui reste sans réponse.',
    ),
    asked: 'CNIL · Art. 30(1)',
    formats: ['xlsx'],
  },
]
