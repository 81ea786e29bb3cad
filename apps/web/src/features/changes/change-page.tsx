import { isHeld } from '@ropewalk/domain/changes/held.ts'
import { changeTitle, publicChange } from '@ropewalk/domain/changes/public-change.ts'
import { withoutConsent } from '@ropewalk/domain/changes/recipients.ts'
import {
  alterations,
  changeKinds,
  changeStates,
  type SupplierChange,
} from '@ropewalk/domain/changes/supplier-change.ts'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { trpc } from '../../api.ts'
import { useFormats } from '../../formats.ts'
import { FormTrouble } from '../../frame/form-trouble.tsx'
import { PageHead } from '../../frame/page-head.tsx'
import { useLanguage, useSay } from '../../language.ts'
import { Banner } from '../../ui/note.tsx'
import { SkeletonPage } from '../../ui/states.tsx'
import { BeforeAfter } from './before-after.tsx'
import { ChangeActs } from './change-acts.tsx'
import { ImpactView } from './impact-view.tsx'
import { Ledger } from './ledger.tsx'
import { NoticePreview } from './notice-preview.tsx'
import { Objections } from './objections.tsx'
import { StateMark } from './state-mark.tsx'
import { changeWords as words } from './words.ts'

/** One change: what differs, its clock, whom it is told to, and what may be done with it. */
export function OneChange({ id }: { id: string }) {
  const say = useSay()
  const language = useLanguage()
  const { list } = useFormats()
  const read = useQuery(trpc.changes.read.queryOptions({ id }))
  const isDraft = read.data?.change.state === 'draft'
  const preview = useQuery(trpc.changes.preview.queryOptions({ id }, { enabled: isDraft }))
  if (read.error && !read.data)
    return (
      <>
        <PageHead title={id} />
        <FormTrouble error={read.error} />
      </>
    )
  if (!read.data) return <SkeletonPage />
  const { change, names, organisation, deliveries, subscribers } = read.data
  const notice = publicChange(change) ?? preview.data?.notice
  const facts = isDraft ? (preview.data?.notice.facts ?? []) : change.facts
  const titled = facts.length > 0 ? changeTitle({ ...change, facts }, language) : id
  const ids = [...change.subProcessors, ...change.replaced]
  const held = change.state === 'announced' && isHeld(change) ? withoutConsent(change.told) : []
  return (
    <>
      <PageHead
        title={titled}
        windowTitle={`${id} ${titled}`}
        crumb={
          <>
            <Link className="lnk" to="/changes">
              {say(words.title)}
            </Link>{' '}
            / {id}
          </>
        }
        acts={<ChangeActs change={change} names={names} preview={preview.data} />}
      >
        <p className="facts">
          <span>{id}</span>
          <span>{say(changeKinds[change.kind])}</span>
          <StateMark state={change.state} label={say(changeStates[change.state])} />
        </p>
      </PageHead>
      {held.length > 0 && (
        <Banner of="announced" says={say(words.authorisation)}>
          {say(words.held, { who: list(held.map(({ name, party }) => name || party)) })}
        </Banner>
      )}
      {isDraft && preview.data && (
        <p role="status" className="mb-4">
          {preview.data.refusal
            ? say(preview.data.refusal.text, preview.data.refusal.values)
            : say(words.ready)}
        </p>
      )}
      <div className="mt-5 grid gap-7">
        <div className="grid max-w-measure gap-7">
          <Clock change={change} />
          <BeforeAfter facts={facts} />
          {isDraft && ids.length > 0 && <ImpactView ids={ids} />}
        </div>
        {!isDraft && <Objections change={id} />}
        {!isDraft && <Ledger change={change} deliveries={deliveries} subscribers={subscribers} />}
        {notice && ids.length > 0 && (
          <div className="max-w-measure">
            <NoticePreview notice={notice} organisation={organisation} />
          </div>
        )}
      </div>
    </>
  )
}

function Clock({ change }: { change: SupplierChange }) {
  const say = useSay()
  const { day, time, list } = useFormats()
  const lines: readonly (readonly [{ en: string; fr: string }, string | null])[] = [
    [words.what, change.what || null],
    [words.why, change.why || null],
    ...(change.alterations.length > 0
      ? [[words.more, list(change.alterations.map((each) => say(alterations[each])))] as const]
      : []),
    ...(change.emergency ? [[words.emergency, change.emergency] as const] : []),
    ...(change.announcedOn ? [[words.announced, day(change.announcedOn)] as const] : []),
    ...(change.objectionDeadline
      ? [[words.objections, day(change.objectionDeadline)] as const]
      : []),
    [words.effective, change.effectiveOn && day(change.effectiveOn)],
    ...(change.tookEffectAt ? [[words.tookEffect, time(change.tookEffectAt)] as const] : []),
    ...(change.withdrawnOn
      ? [[words.withdrawnOn, `${day(change.withdrawnOn)}: ${change.withdrawalReason}`] as const]
      : []),
    ...(change.overrideReason ? [[words.override, change.overrideReason] as const] : []),
    ...(change.consentReason ? [[words.goOn, change.consentReason] as const] : []),
  ]
  return (
    <section aria-labelledby="clock">
      <h2 id="clock">{say(words.clock)}</h2>
      <dl className="kv">
        {lines.map(([label, value]) => (
          <div key={label.en} className="contents">
            <dt>{say(label)}</dt>
            <dd>
              {value ? <bdi>{value}</bdi> : <span className="ns">{say(words.notStated)}</span>}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
