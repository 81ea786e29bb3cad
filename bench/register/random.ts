/** Numbers that look random and are the same for the same seed (mulberry32): a register can be made again. */
export type Random = {
  /** A whole number from 0 to `most` - 1. */
  below(most: number): number
  /** True in about `percent` of 100 cases. */
  chance(percent: number): boolean
  one<T>(list: readonly T[]): T
  /** So many different ones of a list, in its order of drawing. */
  some<T>(list: readonly T[], count: number): T[]
}

export function randomFrom(seed: number): Random {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const below = (most: number) => Math.floor(next() * most)
  const one = <T>(list: readonly T[]): T => {
    const found = list[below(list.length)]
    if (found === undefined) throw new Error('Nothing can be drawn from an empty list.')
    return found
  }
  return {
    below,
    chance: (percent) => below(100) < percent,
    one,
    some(list, count) {
      const drawn = new Set<(typeof list)[number]>()
      while (drawn.size < Math.min(count, list.length)) drawn.add(one(list))
      return [...drawn]
    },
  }
}
