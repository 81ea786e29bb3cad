/** One budget and what was measured against it. */
export type Outcome = {
  what: string
  /** As people read it: `1.2 ms`, `84 MB`. */
  product: string
  floor: string
  ratio?: number
  budget: string
  /** Undefined: it could not be measured here, and why is told in `note`. */
  met: boolean | undefined
  note?: string
}

/** A time that may be so many times the floor's. */
export const timesFloor = (
  what: string,
  { product, floor }: { product: number; floor: number },
  most: number,
): Outcome => ({
  what,
  product: milliseconds(product),
  floor: milliseconds(floor),
  ratio: product / floor,
  budget: `≤ ${most} ×`,
  met: product <= floor * most,
})

/** An amount that may be at most so much by itself. */
export const atMost = (
  what: string,
  amount: number,
  { most, unit }: { most: number; unit: string },
): Outcome => ({
  what,
  product: `${round(amount)} ${unit}`,
  floor: '',
  budget: `≤ ${most} ${unit}`,
  met: amount <= most,
})

/** A rate that must be at least so much by itself. */
export const atLeast = (
  what: string,
  amount: number,
  { least, unit }: { least: number; unit: string },
): Outcome => ({
  what,
  product: `${round(amount)} ${unit}`,
  floor: '',
  budget: `≥ ${least} ${unit}`,
  met: amount >= least,
})

export const unmeasured = (what: string, budget: string, note: string): Outcome => ({
  what,
  product: '',
  floor: '',
  budget,
  met: undefined,
  note,
})

export const milliseconds = (value: number): string => `${round(value)} ms`
const round = (value: number): string =>
  value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(2)

export const median = (values: readonly number[]): number => percentile(values, 50)

/** The value that so many of a hundred do not exceed. */
export function percentile(values: readonly number[], percent: number): number {
  const sorted = values.toSorted((one, other) => one - other)
  const index = Math.min(sorted.length - 1, Math.ceil((percent / 100) * sorted.length) - 1)
  return sorted[Math.max(0, index)] ?? Number.NaN
}

/** A table of all outcomes in the order they were measured. */
export function tableOf(outcomes: readonly Outcome[]): string {
  const head = ['', 'ratio', 'product', 'floor', 'budget', 'verdict']
  const rows = outcomes.map(({ what, ratio, product, floor, budget, met, note }) => [
    what,
    ratio === undefined ? '' : `${ratio.toFixed(2)} ×`,
    product,
    floor,
    budget,
    (met === undefined ? 'not measured' : met ? 'met' : 'MISSED') + (note ? ` (${note})` : ''),
  ])
  const widths = head.map((_, column) =>
    Math.max(...[head, ...rows].map((row) => (row[column] ?? '').length)),
  )
  const line = (row: readonly string[]) =>
    row
      .map((cell, column) =>
        column === 0 || column === head.length - 1
          ? cell.padEnd(widths[column] ?? 0)
          : cell.padStart(widths[column] ?? 0),
      )
      .join('  ')
      .trimEnd()
  return [head, ...rows].map(line).join('\n')
}
