import type { NounKey } from '../field.ts'
import { both, type Text } from '../words.ts'

export const fourEyes = {
  required: both('required', 'exigé'),
  advised: both('advised', 'recommandé'),
} as const satisfies Record<string, Text>
export type FourEyes = keyof typeof fourEyes

/** What a person signs as, and the ids of the people who may. */
export type SignOffTitle = { id: string; title: string; holders: readonly string[] }

export type ApprovalRules = {
  fourEyes: FourEyes
  titles: readonly SignOffTitle[]
  /** The ids of the titles that an approval of each noun needs; without any, a DPO approves alone. */
  required: Partial<Record<NounKey, readonly string[]>>
  /** Where a field's being material differs from the default. */
  material: Partial<Record<NounKey, Readonly<Record<string, boolean>>>>
}
/** Version 0 while nobody has decided. */
export type ApprovalSettings = ApprovalRules & { version: number }

export const defaultRules: ApprovalRules = {
  fourEyes: 'required',
  titles: [],
  required: {},
  material: {},
}

/** The titles that an approval of this noun needs, in the order of the settings. */
export const requiredTitles = ({ titles, required }: ApprovalRules, noun: NounKey) =>
  titles.filter(({ id }) => required[noun]?.includes(id))
