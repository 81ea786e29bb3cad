/** An instant in UTC, ISO 8601 with seconds or milliseconds, of a day that the calendar has. */
export const isInstant = (text: string): boolean =>
  pattern.test(text) && (text.slice(8, 10) <= '28' || isDay(text.slice(0, 10)))

const pattern =
  /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d{3})?Z$/

const isDay = (day: string): boolean =>
  new Date(`${day}T00:00:00.000Z`).toISOString().startsWith(day)
