import type { ReactNode } from 'react'
import { useSay } from '../language.ts'
import type { Run } from '../one-by-one.ts'
import { troubleIn } from '../trouble.ts'

type Props<Item> = {
  run: Run<Item>
  done: string
  /** Said when it was stopped before its end. */
  stopped: string
  notDone: string
  keyOf: (item: Item) => string
  nameOf: (item: Item) => ReactNode
}

/** What came of many things done one after the other, and of each that was not done why. */
export function Outcome<Item>({ run, done, stopped, notDone, keyOf, nameOf }: Props<Item>) {
  const say = useSay()
  return (
    <div role="status" className="grid gap-3">
      <p>{done}</p>
      {run.cancelled && <p>{stopped}</p>}
      {run.failed.length > 0 && (
        <>
          <p>{notDone}</p>
          <ul className="grid gap-2">
            {run.failed.map(({ item, error }) => (
              <li key={keyOf(item)}>
                {nameOf(item)}
                <br />
                <span className="muted">{troubleIn(error, say).message}</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  )
}

/** How many of a run were neither done nor refused. */
export const leftOf = ({ of, done, failed }: Run<unknown>): number =>
  of - done.length - failed.length
