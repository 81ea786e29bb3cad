import { useState } from 'react'
import { searchNoun } from '../../fields/find.ts'
import { useSay } from '../../language.ts'
import type { Item } from '../../ui/combo.ts'
import { ComboBox } from '../../ui/combo-box.tsx'
import { Field } from '../../ui/field.tsx'
import { BulkDialog, type BulkProps } from './bulk-dialog.tsx'
import { measurePlanOf } from './bulk-plan.ts'
import { listWords as words } from './words.ts'

/** Adds one security measure to many activities. */
export function MeasureDialog(props: BulkProps) {
  const say = useSay()
  const [measure, setMeasure] = useState<Item | null>(null)
  return (
    <BulkDialog
      {...props}
      whole
      title={say(words.measureTitle, { n: props.count })}
      about={measure?.id ?? null}
      planFor={(records) => (measure ? measurePlanOf(measure, records) : undefined)}
    >
      <Field label={say(words.measure)}>
        <ComboBox
          label={say(words.measure)}
          value={measure}
          search={(query) => searchNoun('measure', query)}
          onChange={setMeasure}
        />
      </Field>
    </BulkDialog>
  )
}
