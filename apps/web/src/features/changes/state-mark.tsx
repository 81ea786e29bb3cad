import type { ChangeState } from '@ropewalk/domain/changes/supplier-change.ts'
import type { ComponentProps } from 'react'
import { Mark } from '../../ui/mark.tsx'

const marks: Record<ChangeState, Pick<ComponentProps<typeof Mark>, 'of' | 'sign'>> = {
  draft: { of: 'advice' },
  announced: { of: 'announced' },
  effective: { of: 'active' },
  withdrawn: { of: 'former' },
}

/** The state of a change as shape, word and colour. */
export const StateMark = ({ state, label }: { state: ChangeState; label: string }) => (
  <Mark {...marks[state]}>{label}</Mark>
)
