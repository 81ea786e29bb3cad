import { choice, day, prose, reference, url } from '../field.ts'
import { both } from '../words.ts'

export const tiers = {
  critical: both('critical', 'critique'),
  high: both('high', 'élevé'),
  medium: both('medium', 'moyen'),
  low: both('low', 'faible'),
} as const

export const subserviceKinds = {
  no: both('no', 'non'),
  carveOut: both('carve-out', 'exclu (carve-out)'),
  inclusive: both('inclusive', 'inclus'),
} as const

export const supplierStatuses = {
  proposed: both('proposed', 'proposé'),
  announced: both('announced', 'annoncé'),
  active: both('active', 'actif'),
  leaving: both('leaving', 'en départ'),
  former: both('former', 'ancien'),
} as const

export const status = {
  tier: choice(tiers, { label: both('Tier', 'Niveau'), chapter: 'assurance', askedBy: ['CC9.2'] }),
  lastReviewedOn: day({ label: both('Last reviewed', 'Dernière révision'), chapter: 'review' }),
  nextReviewOn: day({ label: both('Next review', 'Prochaine révision'), chapter: 'review' }),
  subservice: choice(subserviceKinds, {
    label: both('Subservice organisation', 'Organisme sous-traitant (SOC)'),
    chapter: 'assurance',
  }),
  ownSubProcessors: url({
    label: both('Its own sub-processors', 'Ses propres sous-traitants'),
    chapter: 'company',
    askedBy: ['Art. 28(4)'],
  }),
  status: choice(supplierStatuses, {
    label: both('Status', 'État'),
    chapter: 'status',
    askedBy: ['Art. 28(2)'],
    public: true,
  }),
  announcedOn: day({ label: both('Announced on', 'Annoncé le'), chapter: 'status' }),
  effectiveOn: day({
    label: both('In effect from', 'En vigueur le'),
    chapter: 'status',
    public: true,
  }),
  endedOn: day({ label: both('Ended on', 'Terminé le'), chapter: 'status', public: true }),
  dataReturned: reference({
    label: both('Data returned or deleted', 'Données restituées ou supprimées'),
    chapter: 'status',
    askedBy: ['Art. 28(3)(g)'],
  }),
  publicNote: prose({
    label: both('Public note', 'Note publique'),
    chapter: 'status',
    public: true,
  }),
} as const

/** What only a change writes, Art. 28(2): a form shows it and takes none of it. */
export const writtenByChanges = ['status', 'announcedOn', 'effectiveOn', 'endedOn'] as const
