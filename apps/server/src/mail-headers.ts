/** The headers at the start of a message by lower-case name: unfolded, encoded words decoded. */
export function headersIn(message: string): Partial<Record<string, string>> {
  const [head = ''] = message.split(/\r?\n\r?\n/, 1)
  const lines = head.replace(/\r?\n[ \t]+/g, ' ').split(/\r?\n/)
  return Object.fromEntries(
    lines.map((line) => {
      const at = line.indexOf(':')
      return [line.slice(0, at).toLowerCase(), decoded(line.slice(at + 1).trim())]
    }),
  )
}

/** Undoes RFC 2047; spaces between two encoded words are not part of the text. */
const decoded = (value: string): string =>
  value
    .replace(/\?=\s+=\?/g, '?==?')
    .replace(/(?:=\?utf-8\?[bq]\?[^?]*\?=)+/gi, (words) =>
      Buffer.concat([...words.matchAll(/=\?utf-8\?([bq])\?([^?]*)\?=/gi)].map(bytesOf)).toString(),
    )

const bytesOf = ([, kind = '', text = '']: RegExpMatchArray): Buffer =>
  kind.toLowerCase() === 'b'
    ? Buffer.from(text, 'base64')
    : Buffer.from(
        text
          .replaceAll('_', ' ')
          .replace(/=([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(parseInt(hex, 16))),
        'latin1',
      )
