/**
 * How many letters must be put in, left out, changed or swapped with their neighbour: optimal string alignment, a
 * restricted Damerau–Levenshtein distance. In UTF-16 units.
 */
export function editDistance(one: string, other: string): number {
  let before: number[] = []
  let last = Array.from({ length: other.length + 1 }, (_, at) => at)
  for (let row = 1; row <= one.length; row += 1) {
    const line = [row]
    for (let column = 1; column <= other.length; column += 1) {
      const isSame = one[row - 1] === other[column - 1]
      let least = Math.min(
        at(last, column) + 1,
        at(line, column - 1) + 1,
        at(last, column - 1) + (isSame ? 0 : 1),
      )
      if (one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1])
        least = Math.min(least, at(before, column - 2) + 1)
      line.push(least)
    }
    before = last
    last = line
  }
  return at(last, other.length)
}

const at = (line: readonly number[], index: number): number =>
  line[index] ?? Number.MAX_SAFE_INTEGER
