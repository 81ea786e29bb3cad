import type { Names } from '@ropewalk/domain/values.ts'
import { createContext, type ReactNode, useCallback, useContext, useState } from 'react'

type Known = { names: Names; remember: (id: string, name: string) => void }

const NamesContext = createContext<Known>({ names: () => undefined, remember: () => undefined })

/** The names of linked records below here; a form that links to more of them tells `remember`. */
export function NamesProvider({
  known,
  children,
}: {
  known: Readonly<Record<string, string>>
  children: ReactNode
}) {
  const [more, setMore] = useState<Readonly<Record<string, string>>>({})
  const names = useCallback((id: string) => known[id] ?? more[id], [known, more])
  const remember = useCallback(
    (id: string, name: string) => setMore((now) => ({ ...now, [id]: name })),
    [],
  )
  return <NamesContext value={{ names, remember }}>{children}</NamesContext>
}

export const useNames = (): Known => useContext(NamesContext)
