const counts = { passed: 0, failed: 0, skipped: 0 }

/** Tells one result in a line: what was found wrong, else what stood. */
export function result(name: string, faults: readonly string[], stood: string): void {
  counts[faults.length === 0 ? 'passed' : 'failed'] += 1
  process.stdout.write(
    `${faults.length === 0 ? 'ok     ' : 'FAILED '} ${name}: ${faults[0] ?? stood}\n`,
  )
  for (const fault of faults.slice(1, 6)) process.stdout.write(`        ${fault}\n`)
  if (faults.length > 6) process.stdout.write(`        and ${faults.length - 6} more\n`)
}

export function skipped(name: string, why: string): void {
  counts.skipped += 1
  process.stdout.write(`skipped ${name}: ${why}\n`)
}

/** The plain line at the end; whether all is well. */
export function finish(): boolean {
  const { passed, failed } = counts
  const left = counts.skipped > 0 ? `, ${counts.skipped} skipped` : ''
  process.stdout.write(`${passed} passed, ${failed} failed${left}\n`)
  return failed === 0
}
