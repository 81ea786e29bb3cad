import type { ReactNode } from 'react'
import { useSay } from '../language.ts'
import { Button } from './button.tsx'
import { Banner } from './note.tsx'
import { uiWords } from './words.ts'

type EmptyProps = { title: string; children?: ReactNode; acts?: ReactNode }

/** Nothing here yet, or nothing that matches: says so, and what to do next. */
export const Empty = ({ title, children, acts }: EmptyProps) => (
  <div className="empty">
    <h2>{title}</h2>
    {children && <div>{children}</div>}
    {acts && <div className="acts">{acts}</div>}
  </div>
)

/** The server does not answer; what is on the page stays. */
export function ServerGone({ heardAt, onRetry }: { heardAt: string; onRetry: () => void }) {
  const say = useSay()
  return (
    <Banner
      of="conflict"
      says={say(uiWords.notConnected)}
      acts={
        <Button small onClick={onRetry}>
          {say(uiWords.tryAgain)}
        </Button>
      }
    >
      {say(uiWords.lastHeard, { time: heardAt })}
    </Banner>
  )
}

/** A bar where a word will stand; seen only when waiting takes longer than 300 ms. */
export const Skeleton = ({ width = '60%' }: { width?: string | number }) => (
  <span className="sk" style={{ inlineSize: width }} />
)

/** A page that is on its way. */
export function SkeletonPage() {
  const say = useSay()
  return (
    <div role="status" aria-busy="true" className="grid gap-6">
      <span className="sr-only">{say(uiWords.loading)}</span>
      <Skeleton width="30%" />
      {['72%', '58%', '66%', '44%'].map((width) => (
        <Skeleton key={width} width={width} />
      ))}
    </div>
  )
}

type ProgressProps = {
  label: string
  done: number
  of: number
  onCancel?: () => void
  cancel?: string
}

/** Long work, with its count and a way out. */
export const Progress = ({ label, done, of, onCancel, cancel }: ProgressProps) => (
  <div className="grid max-w-105 gap-1">
    <span className="text-2 font-strong">{label}</span>
    <progress value={done} max={of} aria-label={label} />
    {onCancel && (
      <span>
        <Button small onClick={onCancel}>
          {cancel}
        </Button>
      </span>
    )}
  </div>
)
