import type { GivenWith } from './given-with.ts'

/**
 * The document properties of a workbook: the signed head as its description (in Excel: Comments), and for who looks for
 * them apart, as custom properties, the export, size and root of the log, and the signature.
 */
export function propertiesOf({ exportId, head, signature }: GivenWith) {
  const [origin = '', size = '', root = ''] = head.split('\n')
  return {
    description: head,
    custom: {
      'Ropewalk export': exportId,
      'Ropewalk log': origin,
      'Ropewalk log head': `${size} ${root}`,
      'Ropewalk log signature': signature,
    },
  }
}
