import type { Listed } from '@ropewalk/domain/reconciliation/entries.ts'
import { postFile } from '../../post.ts'

/** A list on its way: a file, or a pasted text as one. */
export type ListFile = { name: string; pasted: boolean; content: Blob }
export type SheetPreview = {
  name: string
  rows: number
  columns: number
  first: readonly (readonly string[])[]
}

const workbook = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

export const fileOf = (file: File): ListFile => ({
  name: file.name,
  pasted: false,
  content: new Blob([file], { type: /\.xlsx$/i.test(file.name) ? workbook : 'text/csv' }),
})
export const pastedAs = (text: string, name: string): ListFile => ({
  name,
  pasted: true,
  content: new Blob([text], { type: 'text/csv' }),
})

/** What a person chooses the column by. */
export const previewOf = ({ content, pasted }: ListFile): Promise<readonly SheetPreview[]> =>
  postFile(`/api/tables?pasted=${pasted ? 'yes' : 'no'}`, content, isPreview).then(
    ({ sheets }) => sheets,
  )

type Place = { sheet: number; column: number }
export const columnOf = ({ content, pasted }: ListFile, { sheet, column }: Place) =>
  postFile(
    `/api/tables?pasted=${pasted ? 'yes' : 'no'}&sheet=${sheet}&column=${column}`,
    content,
    isLines,
  )

const isPreview = (value: unknown): value is { sheets: SheetPreview[] } =>
  typeof value === 'object' && value !== null && 'sheets' in value
const isLines = (value: unknown): value is Listed[] => Array.isArray(value)
