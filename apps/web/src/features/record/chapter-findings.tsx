import { isEmpty } from '@ropewalk/domain/empty.ts'
import type { Answer } from '@ropewalk/domain/field.ts'
import { severities } from '@ropewalk/domain/finding.ts'
import type { AnyRecord } from '@ropewalk/domain/record.ts'
import { useSay } from '../../language.ts'
import { useMay } from '../../me.ts'
import { Button, buttonClass } from '../../ui/button.tsx'
import { Mark } from '../../ui/mark.tsx'
import { answersOf } from './answers.ts'
import type { ChapterFields } from './chapters-of.ts'
import { AcceptFinding, type BesideFinding, findingKey, useSentence } from './finding-acts.tsx'
import { recordWords as words } from './words.ts'

type Props = {
  record: AnyRecord
  chapter: ChapterFields
  findings: readonly BesideFinding[]
  onEdit?: () => void
  onDeclare?: (field: string, answer: Answer) => void
}

/** The open findings of a chapter where the answer should be. Unconfirmed facts have their button beside the fact. */
export function ChapterFindings({ findings, chapter, ...rest }: Props) {
  const own = new Set(chapter.fields.map(([key]) => key))
  const shown = findings.filter(
    (each) => own.has(each.field) && !each.accepted && each.rule !== 'inferred-and-unconfirmed',
  )
  return shown.map((finding) => (
    <Blank key={findingKey(finding)} finding={finding} chapter={chapter} {...rest} />
  ))
}

function Blank({
  finding,
  record,
  chapter,
  onEdit,
  onDeclare,
}: Omit<Props, 'findings'> & { finding: BesideFinding }) {
  const say = useSay()
  const mayAccept = useMay('finding:accept')
  const mayPublish = useMay('register:publish')
  const isOfPublication = ofPublication.has(finding.rule)
  const sentence = useSentence(finding)
  const field = chapter.fields.find(([key]) => key === finding.field)?.[1]
  const open =
    field && onDeclare && isEmpty(record[finding.field]) && !finding.row
      ? answersOf(field, record)
      : []
  const answerNames = { none: say(words.none), notApplicable: say(words.notApplicable) }
  return (
    <div className={`gapline ${finding.severity === 'gap' ? '' : 'advice'}`}>
      <p>
        <Mark of={finding.severity}>{say(severities[finding.severity])}</Mark> {sentence}{' '}
        <small className="muted">{finding.provision}</small>
      </p>
      <div className="answers">
        {isOfPublication
          ? mayPublish && (
              <a className={buttonClass({ small: true })} href="#publication">
                {say(words.toPublish)}
              </a>
            )
          : onEdit && (
              <Button
                small
                aria-label={`${say(words.stateIt)}: ${field ? say(field.label) : ''}`}
                onClick={onEdit}
              >
                {say(words.stateIt)}
              </Button>
            )}
        {open.map((answer) => (
          <Button
            key={answer}
            small
            aria-label={`${answerNames[answer]}: ${field ? say(field.label) : ''}`}
            onClick={() => onDeclare?.(finding.field, answer)}
          >
            {answerNames[answer]}
          </Button>
        ))}
        {mayAccept && <AcceptFinding finding={finding} />}
      </div>
    </div>
  )
}

/** What publishing mends, and no edit of the field where it is shown. */
const ofPublication = new Set(['sub-processor-not-published', 'published-facts-differ'])
