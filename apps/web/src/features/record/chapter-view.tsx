import { chapters } from '@ropewalk/domain/chapters.ts'
import { answeredByContacts } from '@ropewalk/domain/derived/officer.ts'
import { isEmpty } from '@ropewalk/domain/empty.ts'
import type { Answer, Field } from '@ropewalk/domain/field.ts'
import type { AnyRecord } from '@ropewalk/domain/record.ts'
import { answerWords } from '@ropewalk/domain/values.ts'
import { CellValue } from '../../fields/cell-value.tsx'
import { useFormats } from '../../formats.ts'
import { useSay } from '../../language.ts'
import { withinSentence } from '../../typography.ts'
import { Button } from '../../ui/button.tsx'
import { ChapterFindings } from './chapter-findings.tsx'
import type { ChapterFields } from './chapters-of.ts'
import type { BesideFinding } from './finding-acts.tsx'
import { Provisions } from './provisions.tsx'
import { RowsView } from './rows-view.tsx'
import { isInferred, SourceMarks } from './source-marks.tsx'
import { recordWords as words } from './words.ts'

type Props = {
  record: AnyRecord
  chapter: ChapterFields
  findings: readonly BesideFinding[]
  mayWrite: boolean
  onEdit: () => void
  onDeclare: (field: string, answer: Answer) => void
  onConfirm: (field: string, row: string) => void
}

/** A chapter as it reads: values, gaps as plain sentences with their answers below, and one quiet line of blanks. */
export function ChapterView({
  record,
  chapter,
  findings,
  mayWrite,
  onEdit,
  onDeclare,
  onConfirm,
}: Props) {
  const say = useSay()
  const formats = useFormats()
  const title = say(chapters[chapter.key])
  const found = new Set(findings.map((finding) => finding.field))
  const isAnswered = (key: string) =>
    !isEmpty(record[key]) || record.declared[key] || answeredByContacts(record, key)
  const stated = chapter.fields.filter(([key]) => isAnswered(key))
  const blank = chapter.fields.filter(([key]) => !isAnswered(key) && !found.has(key))
  return (
    <section className="ch" id={chapter.key} aria-labelledby={`h-${chapter.key}`}>
      <Provisions provisions={chapter.provisions} />
      <div className="body">
        <div className="hd">
          <h2 id={`h-${chapter.key}`}>{title}</h2>
          {mayWrite && (
            <Button
              look="link"
              aria-label={say(words.editChapter, { chapter: title })}
              onClick={onEdit}
            >
              {say(words.edit)}
            </Button>
          )}
        </div>
        {stated.map(([key, field]) => (
          <Fact
            key={key}
            name={key}
            field={field}
            record={record}
            {...(mayWrite ? { onConfirm } : {})}
          />
        ))}
        <ChapterFindings
          record={record}
          chapter={chapter}
          findings={findings}
          {...(mayWrite ? { onEdit, onDeclare: (field, answer) => onDeclare(field, answer) } : {})}
        />
        {blank.length > 0 && (
          <p className="unsaid">
            {say(words.unsaid, {
              fields: formats.list(blank.map(([, field]) => withinSentence(say(field.label)))),
            })}{' '}
            {mayWrite && (
              <Button look="link" aria-label={`${say(words.stateThem)}: ${title}`} onClick={onEdit}>
                {say(words.stateThem)}
              </Button>
            )}
          </p>
        )}
      </div>
    </section>
  )
}

type FactProps = {
  name: string
  field: Field
  record: AnyRecord
  onConfirm?: (field: string, row: string) => void
}

function Fact({ name, field, record, onConfirm }: FactProps) {
  const say = useSay()
  const declared = record.declared[name]
  const value = record[name]
  const contacts = answeredByContacts(record, name)
  const confirm = onConfirm && isInferred(record, name) && (
    <Button
      small
      aria-label={say(words.confirmWhat, { what: say(field.label) })}
      onClick={() => onConfirm(name, '')}
    >
      {say(words.confirm)}
    </Button>
  )
  return (
    <div className="fact" id={`f-${name}`}>
      {field.kind === 'rows'
        ? !isEmpty(value) && (
            <RowsView
              name={name}
              field={field}
              record={record}
              {...(onConfirm ? { onConfirm } : {})}
            />
          )
        : !isEmpty(value) && (
            <dl className="kv">
              <dt>{say(field.label)}</dt>
              <dd
                className={
                  field.kind === 'prose' || field.kind === 'wording' ? 'whitespace-pre-line' : ''
                }
              >
                <CellValue field={field} value={value} />
                <SourceMarks record={record} field={name} /> {confirm}
              </dd>
            </dl>
          )}
      {contacts && (
        <dl className="kv">
          <dt>{say(field.label)}</dt>
          <dd>
            <bdi>{contacts}</bdi> <small className="muted">{say(words.fromContacts)}</small>
          </dd>
        </dl>
      )}
      {declared && (
        <dl className="kv">
          <dt>{say(field.label)}</dt>
          <dd>
            {say(answerWords[declared.answer])}
            {declared.reason && <>: {declared.reason}</>}
            <SourceMarks record={record} field={name} /> {confirm}
          </dd>
        </dl>
      )}
    </div>
  )
}
