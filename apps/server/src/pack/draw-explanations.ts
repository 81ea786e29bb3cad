import type { FileFacts } from '@ropewalk/log/pack/manifest.ts'
import type { ListDataset } from '@ropewalk/reports/dataset.ts'
import { datasets, everyDataset } from '@ropewalk/reports/datasets/datasets.ts'
import { controls, controlsOf } from '@ropewalk/reports/pack/controls.ts'
import { dictionaryOf, fieldDictionary } from '@ropewalk/reports/pack/field-dictionary.ts'
import { fateColumns } from '@ropewalk/reports/pack/populated.ts'
import { listTable } from '@ropewalk/reports/table.ts'
import { exporting } from '@ropewalk/services/exporting.ts'
import { type Drawing, drawTable } from './draw-dataset.ts'
import { isOfStanding } from './reconciled.ts'

/** `field-dictionary.csv`: every column of every file of the pack. */
export const drawDictionary = (drawing: Drawing): Promise<FileFacts> =>
  drawList(drawing, fieldDictionary, dictionaryOf(everyDataset.map(asPacked)))

/** `controls.csv`: what each file is evidence for. */
export const drawControls = (drawing: Drawing): Promise<FileFacts> =>
  drawList(drawing, controls, controlsOf(everyDataset))

type Facts = (typeof everyDataset)[number]

const asPacked = (facts: Facts): Facts =>
  datasets.has(facts.key) && !isOfStanding(facts.key)
    ? { ...facts, columns: [...facts.columns, ...fateColumns] }
    : facts

const nothing = { nouns: [], selection: {}, findings: false, users: false }

async function drawList<I>(
  { context, zip }: Drawing,
  dataset: ListDataset<I>,
  items: readonly I[],
): Promise<FileFacts> {
  const { counted: _, ...facts } = await exporting(context, nothing, ({ look }) =>
    drawTable(zip, listTable(dataset, items, { look }), null),
  )
  return { ...facts, kind: 'explanation' }
}
