import { invalidField } from '@ropewalk/domain/invalid.ts'
import { Refusal } from '@ropewalk/domain/refusal.ts'
import { both } from '@ropewalk/domain/words.ts'
import { hexOf } from '../log/hash.ts'
import { personFields } from './fields.ts'

const wrong = both('it is wrong, or was used already', 'il est erroné ou a déjà servi')
const wrongAlone = both(
  'The code is wrong, or was used already.',
  'Le code est erroné ou a déjà servi.',
)

/** What the tries at the codes of a person are counted by, at sign-in and later alike. */
export const codeTries = (id: string): string => hexOf(`second factor\0${id}`)

/** At sign-in: nobody is signed in yet. */
export const wrongCodeAtTheDoor = () => new Refusal('UNAUTHORIZED', wrongAlone, { field: 'code' })

export const wrongCode = (field: 'code' | 'recoveryCode' = 'code') =>
  invalidField(field, personFields[field].label, wrong)
