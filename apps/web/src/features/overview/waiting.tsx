import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { trpc } from '../../api.ts'
import { useSay } from '../../language.ts'
import { Mark } from '../../ui/mark.tsx'
import { overviewWords as words } from './words.ts'

type Props = {
  toConfirm: number
  findings: { gaps: number; conflicts: number; advice: number }
}

/** The first hour, and any other: what is left to confirm, to work through and to publish. */
export function WhatWaits({ toConfirm, findings: { gaps, conflicts, advice } }: Props) {
  const say = useSay()
  const differing = useSuppliers('different')
  const unlisted = useSuppliers('no')
  const nothing = toConfirm + gaps + conflicts + advice + differing + unlisted === 0
  return (
    <section aria-labelledby="waits">
      <h2 id="waits">{say(words.waits)}</h2>
      {nothing && <p>{say(words.nothingWaits)}</p>}
      <ul className="waits">
        {toConfirm > 0 && (
          <Line sign={<Mark of="advice" />}>
            <Link to="/to-confirm">{say(words.toConfirm, { n: toConfirm })}</Link>
          </Line>
        )}
        {conflicts > 0 && (
          <Line sign={<Mark of="conflict" />}>
            <Link to="/findings" search={{ severity: 'conflict' }}>
              {say(words.conflictsOpen, { n: conflicts })}
            </Link>
          </Line>
        )}
        {gaps > 0 && (
          <Line sign={<Mark of="gap" />}>
            <Link to="/findings" search={{ severity: 'gap' }}>
              {say(words.gapsOpen, { n: gaps })}
            </Link>
          </Line>
        )}
        {advice > 0 && (
          <Line sign={<Mark of="advice" />}>
            <Link to="/findings" search={{ severity: 'advice' }}>
              {say(words.adviceOpen, { n: advice })}
            </Link>
          </Line>
        )}
        {differing > 0 && (
          <Line sign={<Mark of="announced" />}>
            <Link to="/sub-processors" search={{ published: 'different' }}>
              {say(words.differs, { n: differing })}
            </Link>
          </Line>
        )}
        {unlisted > 0 && (
          <Line sign={<Mark of="announced" />}>
            <Link to="/sub-processors" search={{ published: 'no' }}>
              {say(words.unpublished, { n: unlisted })}
            </Link>
          </Line>
        )}
      </ul>
    </section>
  )
}

const Line = ({ sign, children }: { sign: ReactNode; children: ReactNode }) => (
  <li>
    {sign}
    <span>{children}</span>
  </li>
)

export const suppliers = (published: 'different' | 'no') => ({ filters: { published }, limit: 1 })

function useSuppliers(published: 'different' | 'no'): number {
  const { data } = useQuery(trpc.subProcessors.list.queryOptions(suppliers(published)))
  return data?.total ?? 0
}
