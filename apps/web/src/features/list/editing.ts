import { same } from '@ropewalk/domain/changes-between.ts'
import { labelAlone } from '@ropewalk/domain/chapters.ts'
import type { NounKey } from '@ropewalk/domain/field.ts'
import type { AnyRecord } from '@ropewalk/domain/record.ts'
import { useMutation } from '@tanstack/react-query'
import { createContext, useState } from 'react'
import { queryClient } from '../../api.ts'
import { useSay } from '../../language.ts'
import { apiOf, asRecord } from '../../noun-api.ts'
import { troubleIn } from '../../trouble.ts'
import type { EditableField } from './columns/plan.tsx'
import type { OfferUndo } from './undo.ts'
import { listWords as words } from './words.ts'

/** One cell in edit, as its record was read; with what was typed when it was not taken. */
export type Edit = { record: AnyRecord; key: string; field: EditableField; typed?: unknown }
/** Two people set the same cell: what one typed, and the record as the other left it. */
export type Clash = Edit & { mine: unknown; theirs: AnyRecord }

export type Editing = {
  edit: Edit | null
  save: (value: unknown) => void
  stop: () => void
}
export const EditingContext = createContext<Editing>({
  edit: null,
  save: () => undefined,
  stop: () => undefined,
})

/** Edits one cell of a list at a time; what someone else set meanwhile is never overwritten unasked. */
export function useEditing(
  noun: NounKey,
  { offer, onTrouble }: { offer: OfferUndo; onTrouble: (why: string) => void },
) {
  const say = useSay()
  const [edit, setEdit] = useState<Edit | null>(null)
  const [clash, setClash] = useState<Clash | null>(null)
  const change = useMutation(apiOf(noun).change.mutationOptions())

  const send = async (asked: Edit, value: unknown): Promise<void> => {
    const { record, key, field } = asked
    try {
      const after = asRecord(
        await change.mutateAsync({
          id: record.id,
          version: record.version,
          changes: { fields: { [key]: value } },
        }),
      )
      show(noun, after, key)
      offer(
        say(words.saved, { id: record.id, field: labelAlone(field) }),
        () => void send({ ...asked, record: after }, record[key]),
      )
      void queryClient.invalidateQueries()
    } catch (error) {
      const { code, message, details } = troubleIn(error, say)
      if (code !== 'CONFLICT') {
        setEdit({ record, key, field, typed: value })
        return onTrouble(message)
      }
      const theirs = asRecord((details as { theirs: unknown }).theirs)
      const isMine = same(theirs[key], value)
      // They changed something else: both stand.
      if (!isMine && same(theirs[key], record[key]))
        return send({ ...asked, record: theirs }, value)
      show(noun, theirs, key)
      if (!isMine) setClash({ ...asked, mine: value, theirs })
    }
  }
  const save = (value: unknown) => {
    if (!edit) return
    setEdit(null)
    onTrouble('')
    if (!same(edit.record[edit.key], value)) void send(edit, value)
  }
  return {
    edit,
    start: setEdit,
    save,
    stop: () => {
      setEdit(null)
      onTrouble('')
    },
    clash,
    /** Their value stays, or mine is saved on top of it. */
    settle: (mine: boolean) => {
      if (clash && mine) void send({ ...clash, record: clash.theirs }, clash.mine)
      setClash(null)
      void queryClient.invalidateQueries()
    },
  }
}

type Page = { rows: readonly unknown[] }
/** Puts one cell of a record in the lists that are here, before they are read anew. */
function show(noun: NounKey, record: AnyRecord, key: string) {
  queryClient.setQueriesData<Page>({ queryKey: apiOf(noun).list.queryKey() }, (page) =>
    page?.rows.some((row) => asRecord(row).id === record.id)
      ? {
          ...page,
          rows: page.rows.map((row) =>
            asRecord(row).id === record.id
              ? { ...asRecord(row), [key]: record[key], version: record.version }
              : row,
          ),
        }
      : page,
  )
}
