import { severities } from '@ropewalk/domain/finding.ts'
import { nounOf } from '@ropewalk/domain/nouns.ts'
import { Link } from '@tanstack/react-router'
import { useSay } from '../../language.ts'
import { useMay } from '../../me.ts'
import { addressOf } from '../../noun-api.ts'
import { Sign } from '../../ui/sign.tsx'
import {
  Acceptance,
  AcceptFinding,
  type BesideFinding,
  useChapterOf,
  useSentence,
} from '../record/finding-acts.tsx'
import { recordWords } from '../record/words.ts'
import { findingWords as words } from './words.ts'

export type ListedFinding = BesideFinding & { name: string }

type Props = {
  finding: ListedFinding
  /** The group already says which record. */
  withRecord: boolean
  selected?: boolean
  onSelect?: (selected: boolean) => void
}

/** One finding: its sentence, what asks for it, the record, and the way to its chapter. */
export function FindingLine({ finding, withRecord, selected = false, onSelect }: Props) {
  const say = useSay()
  const mayAccept = useMay('finding:accept')
  const sentence = useSentence(finding)
  return (
    <li className="finding">
      {onSelect && (
        <input
          type="checkbox"
          aria-label={say(words.select, { sentence })}
          checked={selected}
          onChange={(event) => onSelect(event.target.checked)}
        />
      )}
      <span className={`m ${finding.severity}`}>
        <Sign of={finding.severity} label={say(severities[finding.severity])} />
      </span>
      <div className="min-w-0">
        <p dir="auto">{sentence}</p>
        <p className="where">
          <span>{finding.provision}</span>
          {withRecord && <RecordOf finding={finding} />}
          <ToChapter finding={finding} />
        </p>
        {finding.accepted && (
          <p className="where">
            <span>
              <Acceptance finding={finding} />
            </span>
          </p>
        )}
      </div>
      {mayAccept && <AcceptFinding finding={finding} />}
    </li>
  )
}

export function RecordOf({ finding: { recordId, name } }: Pick<Props, 'finding'>) {
  const noun = nounOf(recordId)
  if (!noun) return <span>{recordId}</span>
  return (
    <Link className="lnk" to={addressOf(noun, recordId)}>
      {recordId} <bdi>{name}</bdi>
    </Link>
  )
}

function ToChapter({ finding }: Pick<Props, 'finding'>) {
  const say = useSay()
  const { key, title } = useChapterOf(finding)
  const noun = nounOf(finding.recordId)
  if (!noun) return null
  const asks = finding.field === 'openQuestions'
  return (
    <Link className="lnk" to={addressOf(noun, finding.recordId)} hash={asks ? 'questions' : key}>
      {say(recordWords.goTo, { chapter: asks ? recordWords.questions : title })}
    </Link>
  )
}
