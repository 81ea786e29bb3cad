import type { GivenWith } from './given-with.ts'
import { type PackageTail, withParts } from './with-parts.ts'
import { propertiesOf } from './workbook-properties.ts'

const types = 'application/vnd.openxmlformats'
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006'
const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const textType = '{D5CDD505-2E9C-101B-9397-08002B2CF9AE}'

/**
 * What a streamed workbook ends with once it has document properties (ECMA-376, part 1, 15.2.12), which the writer of
 * streams has none of: its first `cut` bytes stay, and `bytes` follow.
 */
export function withProperties(
  workbook: PackageTail,
  given: GivenWith,
): { cut: number; bytes: Buffer } {
  const { description, custom } = propertiesOf(given)
  const values = Object.entries(custom).map(
    ([name, value], index) =>
      `<property fmtid="${textType}" pid="${index + 2}" name="${escaped(name)}"><vt:lpwstr>${escaped(value)}</vt:lpwstr></property>`,
  )
  const core = `${declaration}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:description xml:space="preserve">${escaped(description)}</dc:description></cp:coreProperties>`
  const customs = `${declaration}<Properties xmlns="${relations}/custom-properties" xmlns:vt="${relations}/docPropsVTypes">${values.join('')}</Properties>`
  return withParts(workbook, [
    { name: 'docProps/core.xml', text: () => core },
    { name: 'docProps/custom.xml', text: () => customs },
    {
      name: '_rels/.rels',
      text: (before) =>
        before.replace(
          '</Relationships>',
          `<Relationship Id="rIdCore" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" Target="docProps/core.xml"/><Relationship Id="rIdCustom" Type="${relations}/relationships/custom-properties" Target="docProps/custom.xml"/></Relationships>`,
        ),
    },
    {
      name: '[Content_Types].xml',
      text: (before) =>
        before.replace(
          '</Types>',
          `<Override PartName="/docProps/core.xml" ContentType="${types}-package.core-properties+xml"/><Override PartName="/docProps/custom.xml" ContentType="${types}-officedocument.custom-properties+xml"/></Types>`,
        ),
    },
  ])
}

const escaped = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
