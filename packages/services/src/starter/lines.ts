/** The numbers in `L12-L15 L52`, in order. */
export const numbersIn = (lines: string): number[] =>
  [...lines.matchAll(/L(\d+)(?:-L(\d+))?/g)].flatMap(([, first, last]) => {
    const from = Number(first)
    return Array.from({ length: Number(last ?? first) - from + 1 }, (_, index) => from + index)
  })

/** All lines of several texts, each once, in order: `L52 L92`. */
export const linesOf = (...texts: readonly string[]): string =>
  written([...new Set(texts.flatMap(numbersIn))].sort((one, other) => one - other))

/** The lines that two texts share. */
export function sharedLines(one: string, other: string): string {
  const others = new Set(numbersIn(other))
  return written(numbersIn(one).filter((line) => others.has(line)))
}

const written = (numbers: readonly number[]) => numbers.map((line) => `L${line}`).join(' ')
