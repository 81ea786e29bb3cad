import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { extname, join, relative, sep } from 'node:path'

/** A file of the build in memory, with what it was compressed to. `hash` is of its uncompressed bytes. */
export type StaticFile = {
  content: Buffer
  br?: Buffer
  gzip?: Buffer
  type: string
  hash: string
}
export type Encoding = 'identity' | 'br' | 'gzip'

/** Every file below a folder by its path in it; none when the folder is missing. Source maps stay out. */
export function staticFilesIn(folder: string): Map<string, StaticFile> {
  if (!existsSync(folder)) return new Map()
  const found = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
  const all = new Set(found)
  return new Map(
    found
      .filter((path) => extname(path) in types)
      .map((path) => [relative(folder, path).split(sep).join('/'), fileAt(path, all)]),
  )
}

/** The best of a file's encodings that an Accept-Encoding header takes. */
export function encodingFor(
  accepted: string | undefined,
  file: Pick<StaticFile, 'br' | 'gzip'>,
): Encoding {
  const taken = new Set<string>()
  for (const part of (accepted ?? '').toLowerCase().split(',')) {
    const [name = '', ...parameters] = part.split(';').map((piece) => piece.trim())
    if (!parameters.some((parameter) => /^q=0(\.0*)?$/.test(parameter))) taken.add(name)
  }
  if (file.br && taken.has('br')) return 'br'
  return file.gzip && taken.has('gzip') ? 'gzip' : 'identity'
}

/** Whether an If-None-Match header names this ETag, weakly compared as for a GET. */
export const hasSeen = (header: string | undefined, etag: string): boolean =>
  (header ?? '').split(',').some((part) => {
    const tag = part.trim().replace(/^W\//, '')
    return tag === '*' || tag === etag
  })

function fileAt(path: string, all: ReadonlySet<string>): StaticFile {
  const content = readFileSync(path)
  return {
    content,
    ...(all.has(`${path}.br`) ? { br: readFileSync(`${path}.br`) } : {}),
    ...(all.has(`${path}.gz`) ? { gzip: readFileSync(`${path}.gz`) } : {}),
    type: types[extname(path)] ?? 'application/octet-stream',
    hash: createHash('sha256').update(content).digest('base64url').slice(0, 22),
  }
}

const types: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
}
