/**
 * How the versions of records go on in a stretch of the log, one place in each list a record: `from` is the version that
 * the stretch takes up (null: whichever it was), `to` the one it leaves (null: none is known after it).
 */
export type Followed = {
  records: readonly string[]
  from: readonly (number | null)[]
  to: readonly (number | null)[]
}

type Way = { from: number | null; to: number | null }

/** Follows versions as the verifier of the whole log does, without knowing those of before. */
export function following() {
  const ways = new Map<string, Way>()
  return {
    /** False: the record has another version than this entry says it had. */
    follow(record: string, from: number | null, to: number | null): boolean {
      if (from === null && to === null) return true
      const way = ways.get(record)
      if (way === undefined) ways.set(record, { from, to })
      else if (from !== null && way.to !== null && from !== way.to) return false
      else way.to = to
      return true
    },
    all: (): Followed => ({
      records: [...ways.keys()],
      from: Array.from(ways.values(), ({ from }) => from),
      to: Array.from(ways.values(), ({ to }) => to),
    }),
  }
}

/** Joins what stretches follow, in their order. */
export function followedOn() {
  const known = new Map<string, number>()
  return {
    /** False: a record is taken up at another version than it was left at. */
    take({ records, from, to }: Followed): boolean {
      let agrees = true
      for (const [place, record] of records.entries()) {
        const before = known.get(record)
        const taken = from[place] ?? null
        if (before !== undefined && taken !== null && before !== taken) agrees = false
        const left = to[place] ?? null
        if (left === null) known.delete(record)
        else known.set(record, left)
      }
      return agrees
    },
  }
}
