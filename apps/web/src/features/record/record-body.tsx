import { chapters } from '@ropewalk/domain/chapters.ts'
import type { Answer, Chapter, NounKey } from '@ropewalk/domain/field.ts'
import { nouns } from '@ropewalk/domain/nouns.ts'
import type { AnyRecord } from '@ropewalk/domain/record.ts'
import { formatValue } from '@ropewalk/domain/values.ts'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { type ComponentProps, useEffect, useState } from 'react'
import { useNames } from '../../fields/names.tsx'
import { useFormats } from '../../formats.ts'
import { FormTrouble } from '../../frame/form-trouble.tsx'
import { PageHead } from '../../frame/page-head.tsx'
import { useLanguage, useSay } from '../../language.ts'
import { useMayWrite } from '../../me.ts'
import { apiOf } from '../../noun-api.ts'
import { ApprovalLine } from '../approvals/approval-line.tsx'
import { ChapterForm } from './chapter-form.tsx'
import { ChapterView } from './chapter-view.tsx'
import { chaptersOf } from './chapters-of.ts'
import { ConflictDialog } from './conflict-dialog.tsx'
import type { BesideFinding } from './finding-acts.tsx'
import { LeaveGuard } from './leave-guard.tsx'
import { Publication } from './publication.tsx'
import { Questions } from './questions.tsx'
import { RecordActs } from './record-acts.tsx'
import { SaveBar } from './save-bar.tsx'
import { FindingCounts, SideFindings } from './side-findings.tsx'
import { SideHistory } from './side-history.tsx'
import { SideSource } from './side-source.tsx'
import { SideUsed } from './side-used.tsx'
import { SupplierLinks } from './supplier-links.tsx'
import { useChapterInSight } from './use-chapter-in-sight.ts'
import { useDraft } from './use-draft.ts'
import { useSaving } from './use-saving.ts'
import { recordWords as words } from './words.ts'

type Props = {
  noun: NounKey
  record: AnyRecord
  findings: readonly BesideFinding[]
  uses: ComponentProps<typeof SideUsed>['uses']
}

export function RecordBody({ noun, record, findings, uses }: Props) {
  const draft = useDraft(noun, record)
  const all = chaptersOf(noun)
  const [open, setOpen] = useState<ReadonlySet<Chapter>>(
    () => new Set(draft.restored ? touched(noun, draft) : []),
  )
  const saving = useSaving(noun, draft, () => setOpen(new Set()))
  const queries = useQueryClient()
  const quick = useMutation(
    apiOf(noun).change.mutationOptions({ onSuccess: () => queries.invalidateQueries() }),
  )
  const confirm = useMutation(
    apiOf(noun).confirm.mutationOptions({ onSuccess: () => queries.invalidateQueries() }),
  )
  const mayWrite = useMayWrite()(noun) && record.archivedAt === null
  const at = { id: record.id, version: record.version }
  const { dirty, restart } = draft
  useEffect(() => {
    if (!dirty) restart(record)
  }, [dirty, record, restart])
  useChapterInSight()
  const edit = (chapter: Chapter) => {
    setOpen((now) => new Set([...now, chapter]))
    requestAnimationFrame(() =>
      document.querySelector<HTMLElement>(`#${chapter} :is(input, select, textarea)`)?.focus(),
    )
  }
  const cancel = () => {
    draft.drop()
    setOpen(new Set())
  }
  return (
    <>
      <RecordHead noun={noun} record={record} findings={findings} />
      <FormTrouble error={quick.error ?? confirm.error} />
      <ApprovalLine noun={noun} record={record} />
      {noun === 'subProcessor' && <Publication record={record} />}
      <div className="record">
        <div className="min-w-0">
          <ChapterIndex keys={all.map(({ key }) => key)} />
          {all.map((chapter) =>
            open.has(chapter.key) ? (
              <ChapterForm
                key={chapter.key}
                chapter={chapter}
                draft={draft}
                trouble={saving.trouble}
              />
            ) : (
              <ChapterView
                key={chapter.key}
                record={record}
                chapter={chapter}
                findings={findings}
                mayWrite={mayWrite}
                onEdit={() => edit(chapter.key)}
                onDeclare={(field: string, answer: Answer) =>
                  quick.mutate({ ...at, changes: { declared: { [field]: { answer } } } })
                }
                onConfirm={(field, row) => confirm.mutate({ ...at, targets: [{ field, row }] })}
              />
            ),
          )}
          {noun === 'subProcessor' && <SupplierLinks id={record.id} />}
          <Questions record={record} />
          {open.size > 0 && <SaveBar noun={noun} draft={draft} saving={saving} onCancel={cancel} />}
        </div>
        <aside className="side">
          <SideFindings findings={findings} />
          <SideSource record={record} />
          <SideUsed uses={uses} />
          <SideHistory noun={noun} record={record} />
        </aside>
      </div>
      <LeaveGuard when={draft.dirty} />
      {saving.conflict && (
        <ConflictDialog
          noun={noun}
          three={saving.conflict}
          by={saving.conflictBy}
          busy={saving.busy}
          onSave={saving.saveMerged}
          onClose={saving.backToForm}
        />
      )}
    </>
  )
}

const touched = (noun: NounKey, { base, now }: { base: AnyRecord; now: AnyRecord }): Chapter[] =>
  chaptersOf(noun).flatMap(({ key, fields }) =>
    fields.some(
      ([name]) =>
        JSON.stringify([base[name], base.declared[name]]) !==
        JSON.stringify([now[name], now.declared[name]]),
    )
      ? [key]
      : [],
  )

function RecordHead({ noun, record, findings }: Omit<Props, 'uses'>) {
  const say = useSay()
  const language = useLanguage()
  const formats = useFormats()
  const { names } = useNames()
  const { path, many, fields } = nouns[noun]
  const role =
    'role' in fields && record.role
      ? formatValue(fields.role, record.role, { language, names })
      : undefined
  const asOf = record.sources.find((source) => source.field === '' && source.asOf)?.asOf
  return (
    <PageHead
      title={String(record.name) || record.id}
      windowTitle={`${record.id} ${String(record.name)}`}
      crumb={
        <>
          <Link className="lnk" to={`/${path}`}>
            {say(many)}
          </Link>{' '}
          / {record.id}
        </>
      }
      acts={<RecordActs noun={noun} record={record} />}
    >
      <p className="facts">
        <span>{record.id}</span>
        {role && <span>{role}</span>}
        {record.archivedAt && <span>{say(words.archived)}</span>}
        {asOf && <span>{say(words.asOf, { day: formats.day(asOf) })}</span>}
        <span>
          {say(words.version, { n: record.version })},{' '}
          {say(words.updated, { time: formats.time(record.updatedAt) })}
        </span>
        <FindingCounts findings={findings.filter((finding) => !finding.accepted)} />
      </p>
    </PageHead>
  )
}

function ChapterIndex({ keys }: { keys: readonly Chapter[] }) {
  const say = useSay()
  if (keys.length < 6) return null
  return (
    <nav className="chapter-index" aria-label={say(words.contents)}>
      {keys.map((key) => (
        <a key={key} className="lnk" href={`#${key}`}>
          {say(chapters[key])}
        </a>
      ))}
    </nav>
  )
}
