import { listDataset } from '../dataset.ts'

/** What a file is evidence for: criteria, controls and provisions by their numbers, and in our words why. */
export type ControlItem = {
  file: string
  framework: string
  control: string
  evidences: string
}

export const controls = listDataset<ControlItem>('controls', ({ text }) => ({
  file: text(({ file }) => file),
  framework: text(({ framework }) => framework),
  control: text(({ control }) => control),
  evidences: text(({ evidences }) => evidences),
}))

const frameworks = {
  soc: 'SOC 2 (Trust Services Criteria)',
  i27001: 'ISO/IEC 27001:2022 Annex A',
  i27701: 'ISO/IEC 27701:2025 (2019)',
  gdpr: 'GDPR',
} as const

type Line = readonly [keyof typeof frameworks, string, string]

const soc = (control: string, why: string): Line => ['soc', control, why]
const iso = (control: string, why: string): Line => ['i27001', control, why]
const pims = (control: string, why: string): Line => ['i27701', control, why]
const gdpr = (control: string, why: string): Line => ['gdpr', control, why]

/** By dataset; paraphrased, the standards' own wording is theirs. */
const byDataset: Readonly<Record<string, readonly Line[]>> = {
  'activities-controller': [
    soc(
      'CC2.1',
      'The processing of personal data is documented with its data flows, systems and places',
    ),
    soc(
      'P6.7',
      'Personal and sensitive information, the processes, systems and third parties it involves are identified',
    ),
    soc('CC1.3', 'Each activity has an owner; the DPO and representative are named'),
    soc('P4.1', 'Use is limited to stated purposes'),
    iso('A.5.34', 'Requirements on privacy and personal data are identified and met'),
    pims('A.1.2.9 (7.2.8)', 'Records of processing as controller are kept'),
    gdpr('Art. 30(1)', 'The record of the controller'),
  ],
  'activities-processor': [
    soc('P6.7', 'What is processed for others, with which third parties'),
    pims('A.2.2.7 (8.2.6)', 'Records of processing as processor are kept'),
    gdpr('Art. 30(2)', 'The record of the processor'),
  ],
  'sub-processors': [
    soc(
      'CC9.2',
      'The population of vendors with owner, tier, contract, assurance, reviews and termination',
    ),
    soc('CC3.4', 'Vendors added, changed and removed within the period'),
    soc('P6.4', 'Privacy commitments of vendors are obtained and reviewed'),
    iso('A.5.19', 'Suppliers are known and tiered'),
    iso('A.5.20', 'Agreements with suppliers cover security and privacy'),
    iso('A.5.22', 'Services of suppliers are reviewed and their changes managed'),
    pims('A.2.5.7 (8.5.6)', 'Subcontractors are disclosed'),
    pims('A.2.5.8 (8.5.7)', 'Subcontractors are engaged as authorised'),
    gdpr('Art. 28', 'Processors with sufficient guarantees, under contract'),
  ],
  'activity-sub-processors': [
    soc('P6.1', 'Which third party receives data in which activity'),
    soc('P6.7', 'Third parties are linked to processes'),
    iso('A.5.21', 'The chain of suppliers is known'),
    gdpr('Art. 28(2), 28(4)', 'Sub-processors by activity'),
  ],
  purposes: [
    soc('P2.1', 'The basis of each purpose, consent or other, is documented'),
    soc('CC3.1', 'The law that each purpose rests on is cited'),
    pims('A.1.2.2 (7.2.1)', 'Purposes are identified'),
    pims('A.1.2.3 (7.2.2)', 'Their lawful basis is documented'),
    gdpr('Art. 6, 30(1)(b)', 'Purposes and their legal basis'),
  ],
  'activity-controllers': [
    soc('P5.2', 'Controllers on whose behalf data are processed, with their contacts'),
    gdpr('Art. 30(2)(a), 30(2)(b)', 'Controllers served and the categories of processing'),
  ],
  recipients: [
    soc('P6.1', 'Third parties to whom data are disclosed, and why'),
    soc('P6.2', 'The record of authorised disclosures'),
    pims('A.1.5.5 (7.5.4); A.2.5.4 (8.5.3)', 'Disclosures to third parties are recorded'),
    gdpr('Art. 30(1)(d)', 'Categories of recipients'),
  ],
  assurance: [
    soc('CC9.2', 'Reports on vendors, their period, exceptions and when they were reviewed'),
    soc('P6.4', 'Compliance of vendors with privacy commitments is assessed'),
    iso('A.5.22', 'Services of suppliers are monitored'),
    gdpr('Art. 28(1)', 'Sufficient guarantees of processors'),
  ],
  transfers: [
    soc('CC6.7', 'Transmission to other countries is restricted and recorded'),
    pims(
      'A.1.5.2–A.1.5.4 (7.5.1–7.5.3); A.2.5.3 (8.5.2)',
      'Transfers, their countries and basis are recorded',
    ),
    gdpr('Art. 30(1)(e), 44–49', 'Transfers to third countries and their safeguards'),
  ],
  retention: [
    soc('P4.2', 'How long personal data are kept'),
    soc('C1.1', 'Retention of confidential information is set'),
    soc('CC6.5', 'When and how data are disposed of'),
    iso('A.8.10', 'Information is deleted when it is no longer needed'),
    gdpr('Art. 5(1)(e), 30(1)(f)', 'Time limits for erasure'),
  ],
  'data-categories': [
    soc('CC2.1', 'Personal data are classified'),
    soc('C1.1', 'Confidential information is identified'),
    iso('A.5.12', 'Information is classified'),
    gdpr('Art. 9, 30(1)(c)', 'Categories of personal data, special ones among them'),
  ],
  'data-subjects': [
    soc('P6.7', 'Whose personal data are held'),
    gdpr('Art. 30(1)(c)', 'Categories of data subjects'),
  ],
  parties: [
    soc('P6.2', 'Parties that data are exchanged with'),
    gdpr('Art. 26, 30(1)(d), 30(2)(a)', 'Joint controllers, recipients and controllers by name'),
  ],
  measures: [
    soc('CC6.1', 'Measures that protect information assets'),
    iso('A.5.34', 'Personal data are protected by stated measures'),
    gdpr('Art. 30(1)(g), 32', 'Technical and organisational measures'),
  ],
  documents: [
    soc('P1.1', 'Notices and their editions'),
    soc('CC5.3', 'Policies and their editions'),
    iso('A.5.33', 'Records are identified and protected by their hash'),
    gdpr('Art. 13, 14', 'Information given to data subjects'),
  ],
  products: [soc('CC2.3', 'What is offered and what is in scope')],
  organisations: [
    soc('CC1.3', 'Structure, DPO, representative'),
    gdpr('Art. 27, 30(1)(a), 37', 'Name and contacts of controller, representative and DPO'),
  ],
  findings: [
    soc('CC4.1', 'Completeness is evaluated continuously'),
    soc('CC4.2', 'Deficiencies are told, and accepted by name until a day'),
    soc('P8.1', 'Compliance is monitored and deficiencies corrected'),
    gdpr('Art. 5(2), 24', 'Accountability: what is still open'),
  ],
  changes: [
    soc('CC8.1', 'Each change with its author, time, before and after'),
    soc('CC3.3', 'Acts of administrators are told like all others'),
    soc('CC7.2', 'The log of acts, whose integrity can be checked'),
    soc('CC2.2', 'Changes within the period, to sample from'),
    iso('A.8.15', 'Acts are logged and the log is protected'),
    iso('A.5.33', 'Records are protected against falsification'),
    gdpr('Art. 5(2)', 'Accountability: what was recorded when'),
  ],
  differences: [
    soc('CC3.4', 'What the register of the end differs in from that of the beginning'),
    soc('CC8.1', 'Changes net of those taken back'),
  ],
  exports: [
    soc('CC6.7', 'Every file that left the register, by whom, with its hash'),
    iso('A.8.15', 'Exports are logged'),
    gdpr('Art. 5(2), 32', 'Control over copies'),
  ],
  access: [
    soc('CC6.1', 'Who has access'),
    soc('CC6.2', 'Accounts made and disabled, by whom and when'),
    soc('CC6.3', 'Roles of each person'),
    iso('A.5.35', 'Access can be reviewed independently'),
    gdpr('Art. 32', 'Access is limited to those who need it'),
  ],
  permissions: [
    soc('CC6.1', 'What each role may do'),
    soc('CC6.3', 'Access follows roles'),
    gdpr('Art. 32', 'Access follows roles'),
  ],
  approvals: [
    soc('CC8.1', 'Who approved which content; author and approver differ'),
    soc('CC5.3', 'The approval procedure is carried out'),
    iso('A.5.36', 'Compliance with policies is confirmed'),
    gdpr('Art. 24, 30', 'The record is approved'),
  ],
  reviews: [
    soc('CC4.1', 'Periodic reviews: due, asked, answered'),
    soc('CC1.5', 'Owners are held to their reviews'),
    soc('P7.1', 'Records are kept accurate and current'),
    iso('A.5.35', 'Reviews at planned intervals'),
    gdpr('Art. 24(1), 5(1)(d)', 'The record is reviewed and kept current'),
  ],
  notices: [
    soc('CC2.3', 'Changes were announced outside, with dates'),
    pims('A.2.5.9 (8.5.8)', 'Changes of subcontractors are announced'),
    gdpr('Art. 28(2)', 'Customers are informed of intended changes'),
  ],
  'notice-deliveries': [
    soc('CC2.3', 'Each notice with its recipient and when it was delivered'),
    gdpr('Art. 28(2)', 'Proof that customers were informed'),
  ],
  objections: [
    soc('CC2.3', 'Objections and what was decided'),
    pims('A.2.5.9 (8.5.8)', 'Customers can object to a change of subcontractor'),
    gdpr('Art. 28(2)', 'The opportunity to object'),
  ],
}

/** Every dataset's lines; one that none are known of says so. */
export const controlsOf = (datasets: readonly { readonly key: string }[]): ControlItem[] =>
  datasets.flatMap(({ key }) =>
    (byDataset[key] ?? [['soc', 'not stated', 'not stated'] as const]).map(
      ([framework, control, evidences]) => ({
        file: `${key}.csv`,
        framework: frameworks[framework],
        control,
        evidences,
      }),
    ),
  )
