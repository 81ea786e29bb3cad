/** The code that Node or the system gives an error, such as `ENOENT`; else the error in words. */
export const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : String(error)
