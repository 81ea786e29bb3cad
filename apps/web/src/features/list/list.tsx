import type { NounKey } from '@ropewalk/domain/field.ts'
import { nouns } from '@ropewalk/domain/nouns.ts'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useCallback, useMemo, useState } from 'react'
import { NamesProvider } from '../../fields/names.tsx'
import { useFormats } from '../../formats.ts'
import { PageHead } from '../../frame/page-head.tsx'
import { keep, kept } from '../../kept.ts'
import { useSay } from '../../language.ts'
import { useMay, useMayWrite } from '../../me.ts'
import type { SearchParams } from '../../search-params.ts'
import { Button } from '../../ui/button.tsx'
import { useKeys } from '../../ui/keys.ts'
import type { Density } from '../../ui/table/use-rows.ts'
import { addressOfView } from './address.ts'
import { useColumnChoice } from './columns/choice.ts'
import { FilterChips } from './filter-chips.tsx'
import { ColumnsMenu, DensityMenu, ExportMenu } from './list-menus.tsx'
import { ListRows } from './list-rows.tsx'
import { NewRecord } from './new-record.tsx'
import { SearchBox } from './search-box.tsx'
import { useList } from './use-list.ts'
import { type View, viewIn } from './view.ts'
import { ViewTabs } from './view-tabs.tsx'
import { nounWords, listWords as words } from './words.ts'

/** The list of a noun: the view stands in the address, columns and density in this browser. */
export function List({ noun }: { noun: NounKey }) {
  const say = useSay()
  const { number } = useFormats()
  const { view, go } = useView(noun)
  const list = useList(noun, view)
  const columns = useColumnChoice(noun)
  const [density, setDensity] = useDensity()
  const [isNew, setNew] = useState(false)
  const mayWrite = useMayWrite()(noun)
  const mayExport = useMay('register:export')
  const name = say(nouns[noun].many)
  const onNew = mayWrite ? () => setNew(true) : undefined
  useKeys(onNew ? [{ keys: 'n', says: nounWords[noun].new, act: onNew }] : [])
  const counts = { n: number(list.count), all: number(list.all) }
  return (
    <NamesProvider known={list.names}>
      <PageHead
        title={name}
        windowTitle={list.pending ? name : say(words.windowTitle, { list: name, ...counts })}
        acts={
          <>
            {mayExport && <ExportMenu noun={noun} view={view} label={say(words.exportView)} />}
            {onNew && (
              <Button look="main" onClick={onNew}>
                {say(nounWords[noun].new)} <kbd>n</kbd>
              </Button>
            )}
          </>
        }
      />
      <ViewTabs noun={noun} view={view} go={go} counted={!list.pending} />
      <div className="filters">
        <SearchBox list={name} q={view.q} onSearch={(q) => go({ ...view, q }, true)} />
        <FilterChips noun={noun} view={view} go={go} />
        <span className="count">
          <span role="status">{list.pending ? '' : <Counted {...counts} />}</span>
          <ColumnsMenu choice={columns} />
          <DensityMenu density={density} onChange={setDensity} />
        </span>
      </div>
      <ListRows
        key={noun}
        noun={noun}
        view={view}
        go={go}
        list={list}
        plans={columns.shown}
        density={density}
        mayWrite={mayWrite}
        onNew={onNew}
      />
      {isNew && <NewRecord noun={noun} onClose={() => setNew(false)} />}
    </NamesProvider>
  )
}

/** `17 of 20`, the first of them in ink. */
function Counted({ n, all }: { n: string; all: string }) {
  const say = useSay()
  const [before = '', after = ''] = say(words.count, { n: '\u0000', all }).split('\u0000')
  return (
    <>
      {before}
      <b>{n}</b>
      {after}
    </>
  )
}

function useView(noun: NounKey): { view: View; go: (view: View, replace?: boolean) => void } {
  const navigate = useNavigate()
  const params = useSearch({ strict: false }) as SearchParams
  const view = useMemo(() => viewIn(noun, params), [noun, params])
  const go = useCallback(
    (next: View, replace = false) =>
      void navigate({ href: addressOfView(noun, next), replace, resetScroll: !replace }),
    [navigate, noun],
  )
  return { view, go }
}

function useDensity() {
  const [density, setDensity] = useState<Density>(() => densityIn(kept('density')))
  const choose = (next: Density) => {
    keep('density', next === 'normal' ? null : next)
    setDensity(next)
  }
  return [density, choose] as const
}
const densityIn = (text: string | null): Density =>
  text === 'compact' || text === 'comfortable' ? text : 'normal'
