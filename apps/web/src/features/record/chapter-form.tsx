import { same } from '@ropewalk/domain/changes-between.ts'
import { chapters } from '@ropewalk/domain/chapters.ts'
import { isEmpty } from '@ropewalk/domain/empty.ts'
import type { Field as CatalogueField, Cell } from '@ropewalk/domain/field.ts'
import { nounOf } from '@ropewalk/domain/nouns.ts'
import { writtenByChanges } from '@ropewalk/domain/sub-processor/status.ts'
import { answerWords } from '@ropewalk/domain/values.ts'
import { Link } from '@tanstack/react-router'
import { CellValue } from '../../fields/cell-value.tsx'
import { useSay } from '../../language.ts'
import type { Trouble } from '../../trouble.ts'
import { answersOf } from './answers.ts'
import { CellField, DeclaredForm, declaring } from './cell-field.tsx'
import type { ChapterFields } from './chapters-of.ts'
import { Provisions } from './provisions.tsx'
import { RowsForm } from './rows-form.tsx'
import type { Draft } from './use-draft.ts'
import { recordWords as words } from './words.ts'

/** A chapter being written: an input for each of its fields, rows with theirs, declared answers where they are open. */
export function ChapterForm({
  chapter,
  draft,
  trouble,
}: {
  chapter: ChapterFields
  draft: Draft
  trouble: Trouble | undefined
}) {
  const say = useSay()
  return (
    <section className="ch edit" id={chapter.key} aria-labelledby={`h-${chapter.key}`}>
      <Provisions provisions={chapter.provisions} editing={say(words.editing)} />
      <div className="body grid gap-5 pb-6">
        <h2 id={`h-${chapter.key}`}>{say(chapters[chapter.key])}</h2>
        {chapter.fields.map(([key, field]) => (
          <FieldForm key={key} name={key} field={field} draft={draft} trouble={trouble} />
        ))}
      </div>
    </section>
  )
}

type FormProps = { name: string; field: CatalogueField; draft: Draft; trouble: Trouble | undefined }

function FieldForm({ name, field, draft, trouble }: FormProps) {
  const say = useSay()
  if (isByChanges(draft.base.id, name) && field.kind !== 'rows')
    return <ByChanges name={name} field={field} value={draft.base[name]} />
  const { base, now, set } = draft
  const changed = !same(base[name], now[name])
  const error = isAbout(trouble, name) ? trouble?.message : undefined
  return (
    <div className="grid gap-2" id={`f-${name}`}>
      {field.kind === 'rows' ? (
        <RowsForm name={name} field={field} draft={draft} error={error} />
      ) : (
        <CellField
          field={field}
          value={now[name]}
          changed={changed}
          error={error}
          onChange={(value) => set((record) => ({ ...record, [name]: value }))}
        />
      )}
      {isEmpty(now[name]) && (
        <DeclaredForm
          label={say(field.label)}
          answers={answersOf(field, now)}
          declared={now.declared[name]}
          onChange={(declared) =>
            set((record) => ({ ...record, declared: declaring(record.declared, name, declared) }))
          }
        />
      )}
    </div>
  )
}

const isByChanges = (id: string, name: string) =>
  nounOf(id) === 'subProcessor' && (writtenByChanges as readonly string[]).includes(name)

/** What the form shows and does not take: only a change writes it. */
function ByChanges({ name, field, value }: { name: string; field: Cell; value: unknown }) {
  const say = useSay()
  return (
    <div className="grid gap-1" id={`f-${name}`}>
      <span className="label">{say(field.label)}</span>
      <span>
        {isEmpty(value) ? (
          <span className="ns">{say(answerWords.notStated)}</span>
        ) : (
          <CellValue field={field} value={value} />
        )}
      </span>
      <span className="hint">
        {say(words.byChanges)}{' '}
        <Link className="lnk" to="/changes">
          {say(words.toChanges)}
        </Link>
      </span>
    </div>
  )
}

/** Whether a refusal is about this field, or a row of it. */
const isAbout = (trouble: Trouble | undefined, name: string) =>
  trouble?.field?.split('.').some((step) => step === name) ?? false
