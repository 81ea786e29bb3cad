import type { NounKey } from '@ropewalk/domain/field.ts'
import { nouns } from '@ropewalk/domain/nouns.ts'
import type { Text } from '@ropewalk/domain/words.ts'
import { frameWords } from '../words/frame.ts'

const entry = <const P extends string>(to: P, label: Text, jump: string) => ({ to, label, jump })
const noun = <N extends NounKey>(key: N, jump: string) => ({
  ...entry(`/${nouns[key].path}` as `/${(typeof nouns)[N]['path']}`, nouns[key].many, jump),
  noun: key,
})

/** The rail, group by group; `jump` is the letter after `g`. */
export const railGroups = [
  [
    entry('/', frameWords.overview, 'o'),
    noun('activity', 'a'),
    noun('subProcessor', 's'),
    noun('dataCategory', 'c'),
    noun('dataSubject', 'd'),
    noun('party', 'p'),
    noun('measure', 'm'),
    noun('product', 'r'),
    noun('document', 't'),
  ],
  [
    { ...entry('/findings', frameWords.findings, 'f'), counted: 'findings' },
    entry('/reviews', frameWords.reviews, 'w'),
    { ...entry('/to-confirm', frameWords.toConfirm, 'q'), counted: 'toConfirm' },
    entry('/changes', frameWords.changes, 'h'),
  ],
  [entry('/exports', frameWords.exports, 'e'), entry('/log', frameWords.log, 'l')],
  [entry('/settings', frameWords.settings, 'x')],
] as const

export const railEntries = railGroups.flat()
export type RailEntry = (typeof railEntries)[number]
