import manifest from '../../../package.json' with { type: 'json' }

/** The program and its version, as its own package says. */
export const product = { name: manifest.name, version: manifest.version }
