import type { Membership } from '../reference-data.ts'

const agreement = 'EEA Agreement, OJ L 1, 3.1.1994, p. 3'
const accession2003 = 'Treaty of Accession 2003, OJ L 236, 23.9.2003'
const accession2005 = 'Treaty of Accession 2005, OJ L 157, 21.6.2005'
const accession2011 = 'Treaty of Accession 2011, OJ L 112, 24.4.2012'
const outermost = 'TFEU, Art. 349 and 355(1)'

const since = (from: string, source: string, codes: string): Membership[] =>
  codes.split(' ').map((country) => ({ country, from, until: null, source }))

/** The members of the EEA and, because they have codes of their own, the territories of members that belong to it. */
export const eeaMembers: readonly Membership[] = [
  ...since('1994-01-01', agreement, 'AT BE DE DK ES FI FR GR IE IS IT LU NL NO PT SE'),
  ...since('1995-05-01', 'Decision of the EEA Council No 1/95, OJ L 86, 20.4.1995', 'LI'),
  ...since('2004-05-01', accession2003, 'CY CZ EE HU LT LV MT PL SI SK'),
  ...since('2007-01-01', accession2005, 'BG RO'),
  ...since('2013-07-01', accession2011, 'HR'),
  {
    country: 'GB',
    from: '1994-01-01',
    until: '2020-12-31',
    source: `${agreement}; Withdrawal Agreement, Art. 126 and 127, OJ L 29, 31.1.2020, p. 7`,
  },
  ...since('1995-01-01', 'Act of Accession 1994, Protocol No 2 on the Åland Islands', 'AX'),
  ...since('1994-01-01', outermost, 'GF GP MF MQ RE'),
  ...since('2014-01-01', 'European Council Decision 2012/419/EU', 'YT'),
]
