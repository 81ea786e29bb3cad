import type { NounKey } from '@ropewalk/domain/field.ts'
import { limits } from '@ropewalk/domain/limits.ts'
import { useState } from 'react'
import { useFormats } from '../../formats.ts'
import { useSay } from '../../language.ts'
import { useMay, useMayWrite } from '../../me.ts'
import { Button } from '../../ui/button.tsx'
import { nothing, type Selection } from '../../ui/selection.ts'
import { ArchiveDialog } from './archive-dialog.tsx'
import { BulkBar } from './bulk-bar.tsx'
import { bulkFieldsOf } from './bulk-plan.ts'
import { viewOfSelected } from './exports.ts'
import { ExportMenu } from './list-menus.tsx'
import { MeasureDialog } from './measure-dialog.tsx'
import { SetDialog } from './set-dialog.tsx'
import type { OfferUndo } from './undo.ts'
import type { View } from './view.ts'
import { listWords as words } from './words.ts'

/** Who may do anything with selected rows selects them. */
export function useMaySelect(noun: NounKey): boolean {
  const mayWrite = useMayWrite()(noun)
  const mayExport = useMay('register:export')
  const mayArchive = useMay('register:archive')
  return mayWrite || mayExport || mayArchive
}

type Props = {
  noun: NounKey
  view: View
  selection: Selection
  count: number
  onSelection: (selection: Selection) => void
  offer: OfferUndo
  onNotUndone: (why: string) => void
}

/** The bar of the selected records, and what its buttons ask. What the person may not do is not there. */
export function BulkActs({ onSelection, offer, onNotUndone, ...chosen }: Props) {
  const { noun, view, selection, count } = chosen
  const say = useSay()
  const { number } = useFormats()
  const mayWrite = useMayWrite()(noun)
  const mayExport = useMay('register:export')
  const mayArchive = useMay('register:archive')
  const [asked, setAsked] = useState<'set' | 'measure' | 'archive' | null>(null)
  const close = () => setAsked(null)
  const clear = () => onSelection(nothing)
  const onDone = () => {
    close()
    clear()
  }
  const bulk = { ...chosen, onDone, onClose: close, offer, onNotUndone }
  const selected = viewOfSelected(view, selection)
  return (
    <>
      <BulkBar count={count} onClear={clear}>
        {mayWrite && bulkFieldsOf(noun).length > 0 && (
          <Button small onClick={() => setAsked('set')}>
            {say(words.set)}
          </Button>
        )}
        {mayWrite && noun === 'activity' && (
          <Button small onClick={() => setAsked('measure')}>
            {say(words.addMeasure)}
          </Button>
        )}
        {mayArchive && (
          <Button small onClick={() => setAsked('archive')}>
            {say(words.archive)}
          </Button>
        )}
        {mayExport && selected && (
          <ExportMenu small noun={noun} view={selected} label={say(words.exportSelected)} />
        )}
        {mayExport && !selected && (
          <span className="muted">
            {say(words.tooManyToExport, { most: number(limits.together) })}
          </span>
        )}
      </BulkBar>
      {asked === 'set' && <SetDialog {...bulk} />}
      {asked === 'measure' && <MeasureDialog {...bulk} />}
      {asked === 'archive' && (
        <ArchiveDialog
          {...chosen}
          onClose={close}
          onEnd={(left) => {
            close()
            onSelection({ kind: 'some', ids: new Set(left) })
          }}
        />
      )}
    </>
  )
}
