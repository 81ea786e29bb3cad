import type { NounKey } from '@ropewalk/domain/field.ts'
import { nouns } from '@ropewalk/domain/nouns.ts'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { NamesProvider } from '../../fields/names.tsx'
import { FormTrouble } from '../../frame/form-trouble.tsx'
import { PageHead } from '../../frame/page-head.tsx'
import { useSay } from '../../language.ts'
import { apiOf, asRecord } from '../../noun-api.ts'
import { troubleIn } from '../../trouble.ts'
import { Empty, SkeletonPage } from '../../ui/states.tsx'
import type { BesideFinding } from './finding-acts.tsx'
import { RecordBody } from './record-body.tsx'
import { recordWords as words } from './words.ts'

/** One record, read like the printed one and edited in place. */
export function OneRecord({ noun, id }: { noun: NounKey; id: string }) {
  const say = useSay()
  const opened = useQuery(apiOf(noun).read.queryOptions({ id }))
  const beside = useQuery(apiOf(noun).beside.queryOptions({ id }))
  if (opened.error && !opened.data) {
    const trouble = troubleIn(opened.error, say)
    if (trouble.code === 'NOT_FOUND' || trouble.code === 'INVALID')
      return <Gone noun={noun} why={trouble.message} />
    return (
      <>
        <PageHead title={id} />
        <FormTrouble error={opened.error} />
      </>
    )
  }
  if (!opened.data) return <SkeletonPage />
  return (
    <NamesProvider known={opened.data.names}>
      <RecordBody
        key={id}
        noun={noun}
        record={asRecord(opened.data.record)}
        findings={(beside.data?.findings ?? []) as readonly BesideFinding[]}
        uses={beside.data?.uses ?? []}
      />
    </NamesProvider>
  )
}

function Gone({ noun, why }: { noun: NounKey; why: string }) {
  const say = useSay()
  const { path, many } = nouns[noun]
  return (
    <>
      <PageHead title={say(words.gone)} />
      <Empty
        title={why}
        acts={
          <Link className="lnk" to={`/${path}`}>
            {say(words.backToList, { list: say(many) })}
          </Link>
        }
      >
        {say(words.goneWhy)}
      </Empty>
    </>
  )
}
