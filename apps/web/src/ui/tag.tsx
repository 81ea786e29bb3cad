import type { ReactNode } from 'react'
import { RemoveButton } from './remove-button.tsx'

type Props = {
  /** The id, in front. */
  id?: string
  /** How certain it is, behind; an inferred tag is dashed. */
  certainty?: string
  inferred?: boolean
  onRemove?: () => void
  /** The plain name, for the remove button. */
  name?: string
  children: ReactNode
}

export const Tag = ({ id, certainty, inferred = false, onRemove, name = '', children }: Props) => (
  <span className={inferred ? 'tag inferred' : 'tag'}>
    {id && <i>{id}</i>}
    {children}
    {certainty && <i>{certainty}</i>}
    {onRemove && <RemoveButton name={name} onPress={onRemove} />}
  </span>
)
