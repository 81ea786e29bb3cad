import type { NounKey } from '@ropewalk/domain/field.ts'
import { nouns } from '@ropewalk/domain/nouns.ts'
import { listWords as words } from '../words.ts'
import { LegalBasisCell, RoleCell } from './activity-cells.tsx'
import {
  fieldColumn,
  findingsColumn,
  linksColumn,
  nameColumn,
  numberColumn,
  type Plan,
} from './plan.tsx'
import { CountriesCell, StatusCell } from './supplier-cells.tsx'

const of = (noun: NounKey, ...columns: readonly Plan[]): readonly Plan[] => [
  numberColumn,
  nameColumn(noun),
  ...columns,
  findingsColumn,
]

/** The columns that every list shows until someone chooses others; widths are of the table, not of the window. */
export const standardColumns: Record<NounKey, readonly Plan[]> = {
  activity: of(
    'activity',
    {
      ...fieldColumn('activity', 'role', { width: 112, folds: 'role' }),
      cell: RoleCell,
    },
    {
      key: 'purposes',
      label: words.legalBasis,
      width: 148,
      leavesUnder: 1280,
      cell: LegalBasisCell,
    },
    linksColumn('activity', 'dataSubjects', 'dataSubject', { width: 192, leavesUnder: 960 }),
    linksColumn('activity', 'data', 'dataCategory', {
      label: nouns.dataCategory.many,
      width: 196,
      leavesUnder: 1480,
    }),
    linksColumn('activity', 'subProcessors', 'subProcessor', { width: 156, leavesUnder: 740 }),
  ),
  subProcessor: of(
    'subProcessor',
    fieldColumn('subProcessor', 'function', { width: 232, leavesUnder: 1120 }),
    fieldColumn('subProcessor', 'service', { width: 160, leavesUnder: 1480 }),
    fieldColumn('subProcessor', 'kind', { width: 128, leavesUnder: 1280 }),
    { ...fieldColumn('subProcessor', 'status', { width: 160, folds: 'role' }), cell: StatusCell },
    {
      key: 'locations',
      label: nouns.subProcessor.fields.locations.label,
      width: 148,
      leavesUnder: 900,
      sorts: true,
      cell: CountriesCell,
    },
    fieldColumn('subProcessor', 'contractStatus', { width: 104, leavesUnder: 740 }),
  ),
  dataCategory: of(
    'dataCategory',
    fieldColumn('dataCategory', 'group', { width: 132, folds: 'role' }),
    fieldColumn('dataCategory', 'elements', { width: 280, leavesUnder: 960 }),
    fieldColumn('dataCategory', 'specialKinds', { width: 184, leavesUnder: 740 }),
  ),
  dataSubject: of(
    'dataSubject',
    fieldColumn('dataSubject', 'description', { width: 320, leavesUnder: 960 }),
    fieldColumn('dataSubject', 'vulnerable', { folds: 'role' }),
    fieldColumn('dataSubject', 'children', { leavesUnder: 740 }),
  ),
  party: of(
    'party',
    fieldColumn('party', 'kind', { width: 172, folds: 'role' }),
    fieldColumn('party', 'country', { leavesUnder: 740 }),
    fieldColumn('party', 'contact', { width: 232, leavesUnder: 960 }),
    fieldColumn('party', 'dpo', { width: 152, leavesUnder: 1120 }),
  ),
  measure: of(
    'measure',
    fieldColumn('measure', 'kind', { folds: 'role' }),
    fieldColumn('measure', 'letter', { width: 232, leavesUnder: 740 }),
    fieldColumn('measure', 'description', { width: 320, leavesUnder: 1120 }),
  ),
  organisation: of(
    'organisation',
    fieldColumn('organisation', 'country', { folds: 'role' }),
    fieldColumn('organisation', 'email', { width: 200, leavesUnder: 740 }),
    fieldColumn('organisation', 'dpo', { leavesUnder: 960 }),
    fieldColumn('organisation', 'representative', { leavesUnder: 1120 }),
  ),
  product: of(
    'product',
    fieldColumn('product', 'role', { folds: 'role' }),
    fieldColumn('product', 'deployment', { leavesUnder: 740 }),
    fieldColumn('product', 'inScope', { width: 112, leavesUnder: 960 }),
    fieldColumn('product', 'description', { width: 320, leavesUnder: 1120 }),
  ),
  document: of(
    'document',
    fieldColumn('document', 'edition', { width: 112, folds: 'role' }),
    fieldColumn('document', 'effectiveOn', { leavesUnder: 740 }),
    fieldColumn('document', 'publishedOn', { leavesUnder: 960 }),
    fieldColumn('document', 'url', { width: 232, leavesUnder: 1120 }),
  ),
}
