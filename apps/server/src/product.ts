import manifest from '../../../package.json' with { type: 'json' }

/** The version of Ropewalk. */
export const product: string = manifest.version
