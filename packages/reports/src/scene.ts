import type { Finding } from '@ropewalk/domain/finding.ts'
import type { Look } from '@ropewalk/domain/look.ts'
import type { AnyRecord } from '@ropewalk/domain/record.ts'
import type { Names } from '@ropewalk/domain/values.ts'
import type { Language } from '@ropewalk/domain/words.ts'
import type { CategoryUsers } from './category-users.ts'

/** A finding with the acceptance that stands on it; without `until` it stands until the record changes. */
export type JudgedFinding = Finding & {
  readonly accepted: { readonly by: string; readonly until: string | null } | null
}

/** A record on its way out, with its findings where they are asked for. */
export type Exported = { record: AnyRecord; findings?: readonly JudgedFinding[] }

/** What every column may look at beside its own row. */
export type Scene = {
  readonly look: Look
  readonly language: Language
  /** Names of linked records and of people of the house, by id. */
  readonly names: Names
  /** Only needed by the dataset `data-categories`. */
  readonly users: CategoryUsers | undefined
}
