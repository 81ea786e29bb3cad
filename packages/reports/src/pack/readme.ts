/** What the text for the auditor names. Nothing of the generation: two packs of one closed period hold the same text. */
export type ReadmeFacts = {
  organisation: string
  from: string
  to: string
  timeZone: string
  open: boolean
  fingerprint: string
  origin: string
  datasets: readonly { file: string; rows: number; what: string }[]
  completeness: readonly string[]
}

/** `README.txt`, lines of at most 100 characters where names allow. */
export function packReadme(facts: ReadmeFacts): string {
  const { organisation, from, to, timeZone, open, fingerprint, origin, datasets } = facts
  const width = Math.max(...datasets.map(({ file }) => file.length))
  const list = datasets.map(
    ({ file, rows, what }) => `  ${file.padEnd(width)}  ${String(rows).padStart(7)}  ${what}`,
  )
  return `${[
    'EVIDENCE PACK',
    '',
    `Organisation  ${organisation}`,
    `Period        ${from} to ${to}, both days whole, ${timeZone}${open ? ' (open: not over when this was made)' : ''}`,
    `Log           ${origin}`,
    `Key           ${fingerprint}`,
    '',
    'HOW TO CHECK IT WITHOUT US',
    '',
    '1. Open verify.html in a browser. It needs no network. Drop the ZIP on it.',
    '2. Ask somebody at the organisation for the fingerprint of the key, by another way than the one',
    '   that this pack came by, and paste it. Until then the page says that the key is not compared.',
    '3. If you hold an earlier pack or head of this log, drop it too: the page then says whether',
    '   anything before it was rewritten or cut off. Without one, that is not checkable.',
    'By command: pnpm ropewalk verify <this file> [--against <earlier pack or head>] [--key <file>]',
    '',
    'WHAT IS IN IT',
    '',
    ...list,
    '',
    '  manifest.json, manifest.csv  who made this, when, of which entries; counts and hash of each file',
    '  manifest.sig                 their hashes, signed with the key of the log (C2SP signed note)',
    '  field-dictionary.csv         what each column of each file means, and which provision asks for it',
    '  controls.csv                 which criteria and provisions each file is evidence for',
    '  log/entries.ndjson           every entry of the log up to the end of the period, one a line:',
    '                               the leaves of a Merkle tree (RFC 6962). They hold ids, no names.',
    '  log/states.ndjson            for each entry of the period, who, why and the whole state after it,',
    '                               with the seed of its salts; of an erased value only the hash is left',
    '  log/later.ndjson             the hash of each later entry up to the signed head',
    '  log/checkpoint, log/key.txt  the signed head (C2SP tlog-checkpoint, Ed25519) and the public key',
    '',
    'WHAT IT IS AND IS NOT',
    '',
    ...facts.completeness.map((said) => `- ${said}`),
    '',
    'HOW THE FILES ARE WRITTEN',
    '',
    'UTF-8 without byte order mark, RFC 4180, CRLF, one header row. A fact nobody stated reads "not',
    'stated"; "none" and "not applicable" are answers that a person gave. Several values are joined by',
    '" | ". A text that a spreadsheet would take for a formula has one apostrophe in front; the manifest',
    "counts them. at_period_end, in_period and left_at say of each row's record whether it stood at the",
    'end of the period and what happened to it within. For each file the manifest reconciles:',
    'source total = in the file + excluded + archived before the period + deleted before the period.',
    '',
  ].join('\r\n')}`
}
