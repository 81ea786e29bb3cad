import { type ReactNode, useEffect, useRef } from 'react'

type Props = {
  title: string
  /** Where this page stands: `Activities / PA-0005`. */
  crumb?: ReactNode
  /** One quiet sentence, or the facts of a record. */
  children?: ReactNode
  acts?: ReactNode
  /** Text of the window's title, when it says more than the heading. */
  windowTitle?: string
}

/** The name of a page. It takes the focus when one arrives by a link, so that a screen reader says it. */
export function PageHead({ title, crumb, children, acts, windowTitle = title }: Props) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    document.title = `${windowTitle} · Ropewalk`
  }, [windowTitle])
  useEffect(() => {
    if (arrivedBefore && !isBusy()) heading.current?.focus({ preventScroll: true })
    arrivedBefore = true
  }, [])
  return (
    <>
      {crumb && <p className="crumb">{crumb}</p>}
      <div className="head">
        <div>
          <h1 ref={heading} tabIndex={-1}>
            <bdi>{title}</bdi>
          </h1>
          {children}
        </div>
        {acts && <div className="acts">{acts}</div>}
      </div>
    </>
  )
}

let arrivedBefore = false
/** Whoever types already is not torn away by a page that comes late. */
const isBusy = () => document.activeElement?.matches('input, textarea, select, dialog *') ?? false
