import { oneLine } from '@ropewalk/domain/changes/notice-text.ts'
import { both, type Language, say } from '@ropewalk/domain/words.ts'
import { htmlOfText } from '../mails/html-of-text.ts'
import { objectionMailWords } from '../objections/words.ts'
import { pathIn } from './subscription.ts'
import type { Notice } from './tell-subscribers.ts'

/** Characters, counted as HTML, that the notices of one mail hold together. */
export const longestNotices = 60_000

type About = {
  language: Language
  /** The public address, without a slash at its end. */
  base: string
  /** Where the reader objects to a change; nothing when one cannot. */
  objectAt: (change: string) => string | undefined
}

/**
 * The texts of several notices. Where they are too long for one mail: of each its title and its public page, and where
 * even these are, how many more there are and the list of them all.
 */
export function textOfNotices(
  notices: readonly Pick<Notice, 'about' | 'title' | 'text'>[],
  { language, base, objectAt }: About,
): string {
  const pageAt = (path: string) => `${base}${pathIn(language, path)}`
  const withObjecting = (about: string, text: string) => {
    const link = objectAt(about)
    return link ? `${text}\n\n${say(objectionMailWords.link, language, { link })}` : text
  }
  const lengthOf = (text: string) => htmlOfText('', text, language).length
  const whole = joined(
    notices.map(({ about, text }) => withObjecting(about, say(text, language).trim())),
  )
  if (whole.length <= longestNotices && lengthOf(whole) <= longestNotices) return whole
  const parts: string[] = []
  let length = 0
  for (const { about, title } of notices) {
    const line = `${oneLine(say(title, language), 200)}\n${pageAt(`changes/${about}`)}`
    const part = withObjecting(about, line)
    length += lengthOf(part)
    if (length > longestNotices) break
    parts.push(part)
  }
  const n = notices.length - parts.length
  if (n > 0) parts.push(say(words.more, language, { n, page: pageAt('changes') }))
  return joined(parts)
}

const joined = (texts: readonly string[]) => texts.join(`\n\n${'–'.repeat(20)}\n\n`)

const words = {
  more: both(
    '{n, plural, one {# more change} other {# more changes}}. All of them:\n{page}',
    '{n, plural, one {# autre changement} other {# autres changements}}. Tous les changements :\n{page}',
  ),
}
