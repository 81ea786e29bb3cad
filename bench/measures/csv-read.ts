/** The cells of a CSV file whose quoting is right. */
export function parse(bytes: Buffer): string[][] {
  const text = bytes.toString()
  const rows: string[][] = []
  let row: string[] = []
  for (let at = 0; at < text.length; ) {
    const [cell, next] = text[at] === '"' ? quoted(text, at) : plain(text, at)
    row.push(cell)
    at = next + 1
    if (text[next] === ',') continue
    rows.push(row)
    row = []
    at = next + 2
  }
  return rows
}

function quoted(text: string, from: number): [string, number] {
  let end = text.indexOf('"', from + 1)
  while (text[end + 1] === '"') end = text.indexOf('"', end + 2)
  return [text.slice(from + 1, end).replaceAll('""', '"'), end + 1]
}

function plain(text: string, from: number): [string, number] {
  const comma = text.indexOf(',', from)
  const line = text.indexOf('\r', from)
  const end = comma >= 0 && comma < line ? comma : line
  return [text.slice(from, end), end]
}
