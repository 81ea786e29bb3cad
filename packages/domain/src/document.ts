import { partialDay, rows, sha256, text, url, wording } from './field.ts'
import type { RecordOf } from './record.ts'
import { both } from './words.ts'

export const documentFields = {
  name: text({ label: both('Title', 'Titre'), chapter: 'what', searched: true, term: 'dct:title' }),
  edition: text({ label: both('Edition', 'Édition'), chapter: 'what', alsoCalled: ['Version'] }),
  effectiveOn: partialDay({ label: both('Effective on', 'En vigueur le'), chapter: 'what' }),
  publishedOn: partialDay({ label: both('Published on', 'Publié le'), chapter: 'what' }),
  url: url({ label: both('Web address', 'Adresse web'), chapter: 'what' }),
  sha256: sha256({ label: both('SHA-256', 'SHA-256'), chapter: 'what' }),
  signOffs: rows(
    {
      title: text({ label: both('Title', 'Titre'), chapter: 'what' }),
      name: text({ label: both('Name', 'Nom'), chapter: 'what' }),
      on: partialDay({ label: both('On', 'Le'), chapter: 'what' }),
    },
    { label: both('Signed off by', 'Signé par'), chapter: 'what' },
  ),
  text: wording({ label: both('Text', 'Texte'), chapter: 'text', searched: true }),
} as const
export type Document = RecordOf<typeof documentFields>
