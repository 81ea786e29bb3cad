import type { Adequacy } from '../reference-data.ts'

const everyRecipient = 'every recipient'
const decided = (country: string, from: string, source: string): Adequacy => ({
  country,
  from,
  until: null,
  scope: everyRecipient,
  source,
})

/**
 * The Commission's adequacy decisions under Art. 45 GDPR and Art. 25(6) of Directive 95/46/EC, from the day of the
 * decision. The European Patent Organisation (15 July 2025) has no country code and is not here.
 */
export const adequacyDecisions: readonly Adequacy[] = [
  decided('CH', '2000-07-26', 'Decision 2000/518/EC'),
  {
    ...decided('CA', '2001-12-20', 'Decision 2002/2/EC'),
    scope: 'commercial organisations subject to PIPEDA',
  },
  decided('AR', '2003-06-30', 'Decision 2003/490/EC'),
  decided('GG', '2003-11-21', 'Decision 2003/821/EC'),
  decided('IM', '2004-04-28', 'Decision 2004/411/EC'),
  decided('JE', '2008-05-08', 'Decision 2008/393/EC'),
  decided('FO', '2010-03-05', 'Decision 2010/146/EU'),
  decided('AD', '2010-10-19', 'Decision 2010/625/EU'),
  {
    ...decided('IL', '2011-01-31', 'Decision 2011/61/EU'),
    scope: 'automated transfers, or data processed by automated means in Israel',
  },
  decided('UY', '2012-08-21', 'Implementing Decision 2012/484/EU'),
  decided('NZ', '2012-12-19', 'Implementing Decision 2013/65/EU'),
  {
    ...decided('JP', '2019-01-23', 'Implementing Decision (EU) 2019/419'),
    scope: 'business operators subject to the APPI',
  },
  {
    ...decided('GB', '2021-06-28', 'Implementing Decision (EU) 2021/1772, renewed 19 Dec 2025'),
    until: '2031-12-27',
  },
  {
    ...decided('KR', '2021-12-17', 'Implementing Decision (EU) 2022/254'),
    scope: 'recipients subject to PIPA',
  },
  {
    country: 'US',
    from: '2000-07-26',
    until: '2015-10-05',
    scope: 'Safe Harbour participants',
    source: 'Decision 2000/520/EC, invalid since C-362/14 of 6 Oct 2015',
  },
  {
    country: 'US',
    from: '2016-07-12',
    until: '2020-07-15',
    scope: 'Privacy Shield participants',
    source: 'Implementing Decision (EU) 2016/1250, invalid since C-311/18 of 16 Jul 2020',
  },
  {
    ...decided('US', '2023-07-10', 'Implementing Decision (EU) 2023/1795'),
    scope: 'Data Privacy Framework participants',
  },
  decided('BR', '2026-01-26', 'Implementing Decision (EU) 2026/179'),
]
