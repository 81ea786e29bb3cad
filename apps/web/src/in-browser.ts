/** False where the server draws a first screen. */
export const inBrowser = typeof document !== 'undefined'
