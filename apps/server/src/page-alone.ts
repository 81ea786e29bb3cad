import { createHash } from 'node:crypto'
import { webAppPolicy } from './safety.ts'
import type { StaticFile } from './static-files.ts'

/** A page that is painted without asking for anything more, and the policy that takes what stands inside it by hash. */
export type PageAlone = { page: string; policy: string }

/**
 * The built page with its style sheets and its one script before the paint inside it. The links that have further script
 * fetched are gone: on a small machine or a slow line it would hold up what is to be painted.
 */
export function pageAlone(page: string, files: ReadonlyMap<string, StaticFile>): PageAlone {
  const hashes = { style: [] as string[], script: [] as string[] }
  const inside = (tag: 'style' | 'script') => (whole: string, path: string) => {
    const text = files.get(path)?.content.toString()
    if (text === undefined || text.includes(`</${tag}`)) return whole
    hashes[tag].push(`'sha256-${createHash('sha256').update(text).digest('base64')}'`)
    return `<${tag}>${text}</${tag}>`
  }
  const alone = page
    .replaceAll(/<link rel="modulepreload"[^>]*>\n?/g, '')
    .replaceAll(/<link rel="stylesheet"[^>]* href="\/([^"]+)"[^>]*>/g, inside('style'))
    .replaceAll(/<script src="\/([^"]+)"><\/script>/g, inside('script'))
  return { page: alone, policy: webAppPolicy(hashes) }
}
