import type { ImpactItem } from '@ropewalk/reports/datasets/notices.ts'
import type { Impact } from '@ropewalk/services/changes/impact.ts'

/** What hangs on some suppliers as the lines of a file. */
export function impactLines(impact: Impact): ImpactItem[] {
  const plain = { reference: '', objectUntil: '', earliest: '', answer: null }
  const lines = (kind: ImpactItem['kind'], among: readonly { id: string; name: string }[]) =>
    among.map(({ id, name }): ImpactItem => ({ ...plain, kind, id, name }))
  return [
    ...lines('activity', impact.activities),
    ...lines('dataCategory', impact.dataCategories),
    ...lines('dataSubject', impact.dataSubjects),
    ...lines('product', impact.products),
    ...impact.contracts.map(
      ({ id, name, reference, activity }): ImpactItem => ({
        ...{ ...plain, kind: 'contract', id, name },
        reference: reference === '' ? activity : `${reference} (${activity})`,
      }),
    ),
    ...impact.recipients.map(
      ({ party, name, contract, deadlines, answer }): ImpactItem => ({
        ...{ kind: 'recipient', id: party, name, reference: contract, answer },
        ...deadlines,
      }),
    ),
  ]
}
