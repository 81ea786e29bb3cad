/** Turns the JSON lines of the log into lines for a person at a terminal. */
export const readableLines = (out: { write: (text: string) => unknown }) => ({
  write: (line: string): void => {
    out.write(readable(line))
  },
})

function readable(line: string): string {
  const { time, level, msg, err, ...rest } = JSON.parse(line) as Record<string, unknown>
  const particulars = Object.entries(rest).map(([key, value]) => `${key}=${JSON.stringify(value)}`)
  const first = [String(time).slice(11, 19), level, msg, ...particulars].filter(Boolean).join(' ')
  return `${first}\n${err ? `${JSON.stringify(err, null, 2)}\n` : ''}`
}
