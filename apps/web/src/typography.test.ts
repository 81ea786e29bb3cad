import { expect, it } from 'vitest'
import { sentences, typeset, withinSentence } from './typography.ts'

it('ties French double signs to their word', () => {
  expect(typeset('Retirer « x » : sûr ?', 'fr')).toBe('Retirer «\u00a0x\u00a0»\u00a0: sûr\u00a0?')
})
it('leaves English and addresses as they are', () => {
  expect(typeset('Remove : x', 'en')).toBe('Remove : x')
  expect(typeset('https://x.example/?q=a:b', 'fr')).toBe('https://x.example/?q=a:b')
})
it('writes a label small within a sentence, but no abbreviation', () => {
  const labels = ['Retention', 'E-mail', 'DPO', 'SCC modules', 'Évaluation', 'À propos', '']
  expect(labels.map(withinSentence)).toEqual([
    'retention',
    'e-mail',
    'DPO',
    'SCC modules',
    'évaluation',
    'à propos',
    '',
  ])
})
it('ends each sentence with one full stop', () => {
  expect(sentences(['3 of 36', 'ORG-0001 Acme Inc.', 'Time zone: UTC'])).toBe(
    '3 of 36. ORG-0001 Acme Inc. Time zone: UTC.',
  )
})
