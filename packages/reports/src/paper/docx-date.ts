import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'

/** The same package with this instant as the date of the document and of every part, so that the same data makes the same bytes. */
export function datedAt(docx: Uint8Array, instant: string): Uint8Array {
  const parts = unzipSync(docx)
  const core = parts['docProps/core.xml']
  const seconds = `${instant.slice(0, 19)}Z`
  if (core)
    parts['docProps/core.xml'] = strToU8(
      strFromU8(core).replaceAll(/(<dcterms:\w+ [^>]*>)[^<]*(?=<)/g, `$1${seconds}`),
    )
  const [year = 1980, month = 1, ...rest] = seconds.split(/\D+/).map(Number)
  const [day = 1, hour = 0, minute = 0, second = 0] = rest
  // ZIP keeps times without a zone: what a clock in UTC shows.
  const mtime = new Date(Math.max(year, 1980), month - 1, day, hour, minute, second)
  return zipSync(parts, { mtime })
}
