import { chapters } from '@ropewalk/domain/chapters.ts'
import type { Chapter, Field, Fields, NounKey } from '@ropewalk/domain/field.ts'
import { nouns } from '@ropewalk/domain/nouns.ts'

export type ChapterFields = {
  key: Chapter
  fields: readonly (readonly [string, Field])[]
  provisions: readonly string[]
}

/** The chapters of a noun's record in their printed order, each with its fields and the provisions in its margin. */
export function chaptersOf(noun: NounKey): ChapterFields[] {
  const all = Object.entries(nouns[noun].fields as Fields)
  return (Object.keys(chapters) as Chapter[]).flatMap((key) => {
    const fields = all.filter(([, field]) => field.chapter === key)
    const provisions = [...new Set(fields.flatMap(([, field]) => field.askedBy ?? []))].slice(0, 4)
    return fields.length > 0 ? [{ key, fields, provisions }] : []
  })
}

export const chapterOf = (noun: NounKey, field: string): Chapter =>
  (nouns[noun].fields as Fields)[field]?.chapter ?? 'what'
