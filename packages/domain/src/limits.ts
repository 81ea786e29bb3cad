/** Every limit of what a record may hold, in characters or pieces. */
export const limits = {
  text: 200,
  prose: 10_000,
  wording: 80_000,
  url: 2_000,
  email: 254,
  texts: 100,
  links: 100,
  rows: 500,
  reason: 1_000,
  count: 1_000_000,
  /** The highest number that both engines keep in a column. */
  sequence: 2_147_483_647,
  operations: 600,
  /** Records that change in one step. */
  together: 500,
  /** Lines of a list, and characters of a cell in it. */
  lines: 50_000,
  cell: 32_767,
} as const
