import { prose, text, yesNo } from './field.ts'
import type { RecordOf } from './record.ts'
import { both } from './words.ts'

export const dataSubjectFields = {
  name: text({
    label: both('Name', 'Nom'),
    chapter: 'what',
    searched: true,
    public: true,
    term: 'dct:title',
  }),
  description: prose({
    label: both('Description', 'Description'),
    chapter: 'what',
    searched: true,
  }),
  vulnerable: yesNo({ label: both('Vulnerable', 'Vulnérables'), chapter: 'what' }),
  children: yesNo({ label: both('Children', 'Enfants'), chapter: 'what', askedBy: ['Art. 8'] }),
  dpvTerm: text({ label: both('DPV term', 'Terme DPV'), chapter: 'what' }),
} as const
export type DataSubject = RecordOf<typeof dataSubjectFields>
