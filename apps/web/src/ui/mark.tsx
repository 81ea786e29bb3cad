import type { ReactNode } from 'react'
import { Sign, type SignName } from './sign.tsx'

export type Meaning = 'gap' | 'conflict' | 'announced' | 'active' | 'former' | 'advice'

type Props = {
  of: Meaning
  /** Another shape in the same colour: an advice lozenge in grey is *proposed*, a grey half disc *leaving*. */
  sign?: SignName
  /** What the shape says when only a number stands beside it. */
  label?: string
  title?: string
  children?: ReactNode
}

/** One of the meanings: a shape, a word and a colour, the word never missing. */
export const Mark = ({ of, sign = of, label, title, children }: Props) => (
  <span className={`m ${of}`} title={title}>
    <Sign of={sign} {...(label ? { label } : {})} />
    {children}
  </span>
)
