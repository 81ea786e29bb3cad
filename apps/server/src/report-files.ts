import { nounKeys, nounOf } from '@ropewalk/domain/nouns.ts'
import type { Organisation } from '@ropewalk/domain/organisation.ts'
import { Refusal } from '@ropewalk/domain/refusal.ts'
import { both } from '@ropewalk/domain/words.ts'
import type { GivenWith } from '@ropewalk/reports/given-with.ts'
import type { ReportSource } from '@ropewalk/reports/paper/source.ts'
import type { Exported } from '@ropewalk/reports/scene.ts'
import { exporting } from '@ropewalk/services/exporting.ts'
import { peopleNames } from '@ropewalk/services/people/names.ts'
import type { Context } from '@ropewalk/services/verb.ts'
import type { AskedDataset } from './table-of-dataset.ts'

type Draw = (source: ReportSource, given: GivenWith) => Promise<Uint8Array>

const record =
  (kind: 'controller' | 'processor', format: 'pdf' | 'docx'): Draw =>
  async (source) => {
    const { recordPaper } = await import('@ropewalk/reports/paper/record-paper.ts')
    const { paperFile } = await import('@ropewalk/reports/paper/paper-file.ts')
    return paperFile(recordPaper(kind, source), { format })
  }

const layout =
  (authority: 'ico' | 'cnil'): Draw =>
  async (source, given) => {
    const { workbookOf } = await import('@ropewalk/reports/workbook.ts')
    const sheets =
      authority === 'ico'
        ? (await import('@ropewalk/reports/layouts/ico.ts')).icoSheets(source)
        : (await import('@ropewalk/reports/layouts/cnil.ts')).cnilSheets(source)
    return workbookOf(sheets, source.generatedAt, given)
  }

/** Documents for people by name, each in its formats, the usual one first. */
const reports: Readonly<Record<string, Readonly<Record<string, Draw>>>> = {
  'record-controller': {
    pdf: record('controller', 'pdf'),
    docx: record('controller', 'docx'),
  },
  'record-processor': { pdf: record('processor', 'pdf'), docx: record('processor', 'docx') },
  'ico-controller': { xlsx: layout('ico') },
  cnil: { xlsx: layout('cnil') },
}

export const isReport = (name: string): boolean => Object.hasOwn(reports, name)

export const usualFormat = (report: string): string | undefined =>
  Object.keys(reports[report] ?? {})[0]

export const reportTypes: Readonly<Record<string, string>> = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
}

const refusals = {
  format: both(
    'There is no format {format}: {report} comes as {formats}.',
    'Il n’y a pas de format {format} : {report} existe en {formats}.',
  ),
  whole: both(
    '{report} is always whole: it takes lang and archived, no columns and no filters.',
    '{report} est toujours entier : il prend lang et archived, ni colonnes ni filtres.',
  ),
}

/** One report as a file. Refuses who may not export, a format that the report does not come in, columns and filters. */
export async function reportFile(
  context: Context,
  asked: AskedDataset & { head: string; given: GivenWith },
  format: string,
): Promise<Uint8Array> {
  const { dataset: report, columns, language, selection, head, given } = asked
  const formats = reports[report] ?? {}
  const draw = Object.hasOwn(formats, format) ? formats[format] : undefined
  if (!draw)
    throw new Refusal('NOT_FOUND', refusals.format, {
      values: { format, report, formats: Object.keys(formats).join(', ') },
    })
  if (columns || selection.filters || selection.search)
    throw new Refusal('INVALID', refusals.whole, { values: { report } })
  const archived = selection.archived ?? false
  const source = await sourceFor(context, { language, archived, head })
  return draw(source, given)
}

type Wanted = Pick<ReportSource, 'language'> & { archived: boolean; head: string }

/** The whole register in one consistent state; it is let go of before anything is drawn. */
const sourceFor = (context: Context, { language, archived, head }: Wanted): Promise<ReportSource> =>
  exporting(
    context,
    { nouns: nounKeys, selection: { archived }, findings: true, users: false },
    async ({ look, batches, work }) => {
      const people = await peopleNames(work)
      const records: Exported[] = []
      for await (const batch of batches) records.push(...batch)
      const organisation = records.find(
        ({ record: { id, archivedAt } }) => nounOf(id) === 'organisation' && archivedAt === null,
      )
      return {
        records,
        look,
        organisation: organisation?.record as unknown as Organisation | undefined,
        people: (id) => people.get(id),
        language,
        asOf: work.today,
        generatedAt: context.now().toISOString(),
        head,
      }
    },
  )
