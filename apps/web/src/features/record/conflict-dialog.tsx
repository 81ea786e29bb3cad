import { differencesBetween } from '@ropewalk/domain/differences.ts'
import type { Field, Fields, NounKey } from '@ropewalk/domain/field.ts'
import { type Choice, type Clash, clashKey, merge } from '@ropewalk/domain/merge.ts'
import { nouns } from '@ropewalk/domain/nouns.ts'
import type { AnyRecord } from '@ropewalk/domain/record.ts'
import { rowsOf } from '@ropewalk/domain/rows-of.ts'
import { answerWords, formatValue } from '@ropewalk/domain/values.ts'
import { useState } from 'react'
import { useNames } from '../../fields/names.tsx'
import { useLanguage, useSay } from '../../language.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Difference } from '../../ui/difference.tsx'
import { recordWords as words } from './words.ts'

type Props = {
  noun: NounKey
  three: { base: AnyRecord; mine: AnyRecord; theirs: AnyRecord }
  /** The name of who saved the newer version. */
  by: string
  busy: boolean
  onSave: (theirs: AnyRecord, merged: AnyRecord) => void
  onClose: () => void
}

/** Two people changed one record: both values of every fact that both touched, and a choice for each. Nothing is lost. */
export function ConflictDialog({ noun, three, by, busy, onSave, onClose }: Props) {
  const say = useSay()
  const language = useLanguage()
  const { names } = useNames()
  const [choices, setChoices] = useState<Readonly<Record<string, Choice>>>({})
  const { record, clashes } = merge(noun, three, choices)
  const isOpen = clashes.some((clash) => choices[clashKey(clash)] === undefined)
  const reader = { language, names }
  const theirs = differencesBetween(noun, { before: three.base, after: three.theirs }, reader)
  return (
    <Dialog
      title={by ? say(words.conflictBy, { by }) : say(words.conflict)}
      onClose={onClose}
      lightDismiss={false}
    >
      <div className="grid gap-4">
        <p>{say(clashes.length > 0 ? words.conflictSame : words.conflictOther)}</p>
        {clashes.length > 0 && (
          <table className="versus">
            <thead>
              <tr>
                <th scope="col">{say(words.fact)}</th>
                <th scope="col">{say(words.mine)}</th>
                <th scope="col">{say(words.theirs)}</th>
              </tr>
            </thead>
            <tbody>
              {clashes.map((clash) => {
                const { field, label, isRow } = fieldOf(noun, clash)
                const show = (value: unknown) =>
                  field && value !== null ? formatValue(field, isRow ? [value] : value, reader) : ''
                const side = (choice: Choice, value: unknown) => (
                  <td>
                    <label className="choice">
                      <input
                        type="radio"
                        name={clashKey(clash)}
                        checked={choices[clashKey(clash)] === choice}
                        onChange={() =>
                          setChoices((now) => ({ ...now, [clashKey(clash)]: choice }))
                        }
                      />
                      <bdi className="whitespace-pre-line">
                        {show(value) || say(isRow ? words.removed : answerWords.notStated)}
                      </bdi>
                    </label>
                  </td>
                )
                return (
                  <tr key={clashKey(clash)}>
                    <th scope="row">{label.map((each) => say(each)).join(', ')}</th>
                    {side('mine', clash.mine)}
                    {side('theirs', clash.theirs)}
                  </tr>
                )
              })}
            </tbody>
          </table>
        )}
        <section aria-labelledby="their-changes">
          <h3 id="their-changes">{say(words.theirChanges)}</h3>
          <dl className="diff">
            {theirs.map((each) => (
              <div key={`${each.field} ${each.row} ${each.label}`} className="contents">
                <dt>{each.label}</dt>
                <dd>
                  <Difference before={each.before || null} after={each.after || null} />
                </dd>
              </div>
            ))}
          </dl>
        </section>
        <div className="acts">
          <Button onClick={onClose}>{say(words.backToForm)}</Button>
          <Button
            look="main"
            busy={busy}
            disabled={isOpen}
            onClick={() => onSave(three.theirs, record)}
          >
            {say(words.saveMerged)}
          </Button>
        </div>
      </div>
    </Dialog>
  )
}

function fieldOf(noun: NounKey, clash: Clash) {
  const top: Field | undefined = (nouns[noun].fields as Fields)[clash.field]
  const catalogue = rowsOf(noun)[clash.field]
  const cell = clash.cell ? catalogue?.[clash.cell] : undefined
  const label = [top?.label, cell?.label].filter((each) => each !== undefined)
  const isRow = catalogue !== undefined && clash.cell === null
  const field: Field | undefined =
    isRow && top ? { ...top, kind: 'rows', fields: catalogue } : (cell ?? top)
  return { field, label, isRow }
}
