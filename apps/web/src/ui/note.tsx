import type { ReactNode } from 'react'
import { Mark } from './mark.tsx'

/** A few sentences set apart within a page; `announced` for what is about to change. */
export const Note = ({
  look = 'plain',
  id,
  children,
}: {
  look?: 'plain' | 'announced'
  id?: string
  children: ReactNode
}) => (
  <div id={id} className={look === 'plain' ? 'note plain' : 'note'}>
    {children}
  </div>
)

type BannerProps = {
  of: 'conflict' | 'announced'
  says: string
  children: ReactNode
  acts?: ReactNode
}

/** Something the person has to know before going on; it stays until it is settled. */
export const Banner = ({ of, says, children, acts }: BannerProps) => (
  <div className={`banner ${of}`} role={of === 'conflict' ? 'alert' : 'status'}>
    <Mark of={of}>
      <b>{says}</b>
    </Mark>
    <span>{children}</span>
    {acts}
  </div>
)
