import { activityRoles } from '@ropewalk/domain/activity/what.ts'
import { legalBases } from '@ropewalk/domain/legal-bases.ts'
import { answerWords } from '@ropewalk/domain/values.ts'
import { useSay } from '../../../language.ts'
import { Mark } from '../../../ui/mark.tsx'
import { Unanswered } from './cells.tsx'
import { type ListRow, rowsIn } from './row.ts'

/** Our role: a processor's stands out, one to confirm is a gap. */
export function RoleCell({ row }: { row: ListRow }) {
  const say = useSay()
  const role = row.role as keyof typeof activityRoles | null
  if (role === null) return <Unanswered of="role" row={row} />
  const word = say(activityRoles[role])
  const look = role === 'processor' ? 'text-2 font-strong' : 'text-2'
  return (
    <span className={look} title={word}>
      {role === 'toConfirm' ? <Mark of="gap">{word}</Mark> : word}
    </span>
  )
}

/** The legal bases of the purposes, each once and by its number; a purpose without one is said. */
export function LegalBasisCell({ row }: { row: ListRow }) {
  const say = useSay()
  const purposes = rowsIn(row, 'purposes')
  if (purposes.length === 0) return <Unanswered of="purposes" row={row} />
  const bases = new Set(purposes.map((purpose) => purpose.legalBasis as Basis | null))
  const stated = [...bases].filter((basis) => basis !== null)
  const declared = purposes.flatMap((purpose) => {
    const { legalBasis } = purpose.declared as ListRow['declared']
    return purpose.legalBasis === null && legalBasis ? [legalBasis.answer] : []
  })
  const open = purposes.filter((purpose) => purpose.legalBasis === null).length - declared.length
  const words = [
    ...stated.map((basis) => numberOf(say(legalBases[basis]))),
    ...new Set(declared.map((answer) => say(answerWords[answer]))),
  ]
  return (
    <span title={stated.map((basis) => say(legalBases[basis])).join('\n') || undefined}>
      {words.join(', ')}
      {open > 0 && (
        <span className="ns">
          {words.length > 0 && ', '}
          {say(answerWords.notStated)}
        </span>
      )}
    </span>
  )
}
type Basis = keyof typeof legalBases

/** `6(1)(f)` of `6(1)(f) legitimate interests`. */
const numberOf = (basis: string) => basis.slice(0, basis.indexOf(' '))
