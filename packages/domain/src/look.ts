import type { Activity } from './activity/activity.ts'
import type { DataCategory } from './data-category.ts'
import type { DataSubject } from './data-subject.ts'
import type { Document } from './document.ts'
import type { Measure } from './measure.ts'
import type { Organisation } from './organisation.ts'
import type { Party } from './party.ts'
import type { Product } from './product.ts'
import type { Published } from './published.ts'
import type { ReferenceData } from './reference-data.ts'
import type { SubProcessor } from './sub-processor/sub-processor.ts'

/** What the facts of a supplier are derived from: the live activities that link to it. */
export type LinkedActivity = Pick<
  Activity,
  | 'id'
  | 'version'
  | 'name'
  | 'role'
  | 'organisation'
  | 'subProcessors'
  | 'data'
  | 'dataSubjects'
  | 'products'
  | 'sources'
>

/** Everything beside the record itself that a rule, a derived fact or an export may look at. */
export type Look = {
  /** `YYYY-MM-DD` in the organisation's time zone: the clock of the question. */
  today: string
  reference: ReferenceData
  organisation(id: string | null): Organisation | undefined
  subProcessor(id: string | null): SubProcessor | undefined
  dataCategory(id: string | null): DataCategory | undefined
  dataSubject(id: string | null): DataSubject | undefined
  party(id: string | null): Party | undefined
  measure(id: string | null): Measure | undefined
  product(id: string | null): Product | undefined
  document(id: string | null): Document | undefined
  linkedTo(subProcessorId: string): readonly LinkedActivity[]
  /** The activities whose approval stands; none given while no activity was ever approved. */
  approved: ReadonlySet<string> | undefined
  /** Whether a live activity uses this data category or data subject. */
  isUsed(id: string): boolean
  published(subProcessorId: string): Published | undefined
  /** What an announced change will have the public read of it. */
  announced(subProcessorId: string): Published | undefined
}
