import { changeKinds, changeStates } from '@ropewalk/domain/changes/supplier-change.ts'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { trpc } from '../../api.ts'
import { useFormats } from '../../formats.ts'
import { FormTrouble } from '../../frame/form-trouble.tsx'
import { PageHead } from '../../frame/page-head.tsx'
import { useSay } from '../../language.ts'
import { useMay } from '../../me.ts'
import { Button } from '../../ui/button.tsx'
import { PlainTable } from '../../ui/plain-table.tsx'
import { Empty, SkeletonPage } from '../../ui/states.tsx'
import { DraftDialog } from './draft-dialog.tsx'
import { objectionWords } from './objection-words.ts'
import { StateMark } from './state-mark.tsx'
import { changeWords as words } from './words.ts'

/** Every intended change of sub-processors, newest first. */
export function Changes() {
  const say = useSay()
  const { shortDay, list } = useFormats()
  const mayWrite = useMay('register:write')
  const [drafting, setDrafting] = useState(false)
  const { data, error, isPending } = useQuery(trpc.changes.list.queryOptions(undefined))
  const dayOr = (day: string | null) => (day ? shortDay(day) : say(words.notStated))
  const draft = mayWrite && (
    <Button look="main" onClick={() => setDrafting(true)}>
      {say(words.create)}
    </Button>
  )
  return (
    <>
      <PageHead title={say(words.title)} acts={draft}>
        <p>{say(words.intro)}</p>
      </PageHead>
      <FormTrouble error={error} />
      {isPending && <SkeletonPage />}
      {data?.rows.length === 0 && <Empty title={say(words.none)}>{say(words.noneHint)}</Empty>}
      {data && data.rows.length > 0 && (
        <PlainTable
          label={say(words.title)}
          heads={[
            say(words.change),
            say(words.suppliers),
            say(words.state),
            say(words.announced),
            say(words.objections),
            say(words.effective),
            say(objectionWords.title),
          ]}
          rows={data.rows.map((change) => ({
            key: change.id,
            cells: [
              <Link key="id" className="lnk" to="/changes/$id" params={{ id: change.id }}>
                {change.id} {say(changeKinds[change.kind])}
              </Link>,
              <bdi key="who">
                {list(
                  [...change.subProcessors, ...change.replaced].map((id) => data.names[id] ?? id),
                ) || say(words.notStated)}
              </bdi>,
              <StateMark
                key="state"
                state={change.state}
                label={say(changeStates[change.state])}
              />,
              dayOr(change.announcedOn),
              dayOr(change.objectionDeadline),
              dayOr(change.effectiveOn),
              String(change.objections),
            ],
          }))}
        />
      )}
      {drafting && <DraftDialog onClose={() => setDrafting(false)} />}
    </>
  )
}
