import { labelAlone } from '@ropewalk/domain/chapters.ts'
import { emptyValue } from '@ropewalk/domain/empty.ts'
import { useState } from 'react'
import { CellInput, isGroup } from '../../fields/cell-input.tsx'
import { useSay } from '../../language.ts'
import { Select } from '../../ui/choices.tsx'
import { Field } from '../../ui/field.tsx'
import { BulkDialog, type BulkProps } from './bulk-dialog.tsx'
import { bulkFieldsOf, planOf } from './bulk-plan.ts'
import { listWords as words } from './words.ts'

/** Sets one field of many records. */
export function SetDialog(props: BulkProps) {
  const say = useSay()
  const fields = bulkFieldsOf(props.noun)
  const [key, setKey] = useState<string | null>(null)
  const [value, setValue] = useState<unknown>(null)
  const picked = fields.find((each) => each.key === key)
  return (
    <BulkDialog
      {...props}
      title={say(words.setTitle, { n: props.count })}
      about={key}
      planFor={(records) => picked && planOf(picked, value, records)}
    >
      <Field label={say(words.field)}>
        <Select
          value={key}
          none={say(words.chooseField)}
          options={fields.map((each) => ({ value: each.key, label: say(labelAlone(each.field)) }))}
          onChange={(next) => {
            const field = fields.find((each) => each.key === next)?.field
            setKey(next)
            setValue(field ? emptyValue(field) : null)
          }}
        />
      </Field>
      {picked && (
        <Field label={say(words.becomes)} group={isGroup(picked.field)}>
          <CellInput
            field={picked.field}
            label={say(labelAlone(picked.field))}
            value={value}
            onChange={setValue}
          />
        </Field>
      )}
    </BulkDialog>
  )
}
