import type { Permission } from '@ropewalk/domain/permissions.ts'
import { both, type Text } from '@ropewalk/domain/words.ts'

export type ExportFacts = {
  key: string
  name: Text
  /** One sentence: what a row is. */
  what: Text
  /** Who asks for it: articles of the GDPR, criteria of SOC 2. */
  asked: string
  needs?: Permission
}

type Group = { name: Text; datasets: readonly ExportFacts[] }

/** Every dataset that can be taken out, in the order of contracts. */
export const exportGroups: readonly Group[] = [
  {
    name: both('The records of Art. 30', 'Les registres de l’art. 30'),
    datasets: [
      {
        key: 'activities-controller',
        name: both('Activities as controller', 'Activités en tant que responsable'),
        what: both(
          'One row for each activity that we decide on, with everything Art. 30(1) asks.',
          'Une ligne par activité dont nous décidons, avec tout ce que demande l’art. 30(1).',
        ),
        asked: 'Art. 30(1) · P6.7, CC2.1',
      },
      {
        key: 'activities-processor',
        name: both('Activities as processor', 'Activités en tant que sous-traitant'),
        what: both(
          'One row for each activity carried out for customers, with everything Art. 30(2) asks.',
          'Une ligne par activité menée pour des clients, avec tout ce que demande l’art. 30(2).',
        ),
        asked: 'Art. 30(2) · P6.7',
      },
      {
        key: 'purposes',
        name: both('Purposes', 'Finalités'),
        what: both(
          'Each purpose with its legal basis, the interest or law behind it, and the assessment.',
          'Chaque finalité avec sa base légale, l’intérêt ou la loi qui la fonde, et l’évaluation.',
        ),
        asked: 'Art. 6, 30(1)(b) · P2.1, CC3.1',
      },
      {
        key: 'activity-controllers',
        name: both('Controllers served', 'Responsables servis'),
        what: both(
          'On whose behalf each activity runs, their contact, and the categories of processing.',
          'Pour le compte de qui chaque activité est menée, leur contact et les catégories de traitements.',
        ),
        asked: 'Art. 30(2)(a), (b)',
      },
      {
        key: 'recipients',
        name: both('Recipients', 'Destinataires'),
        what: both(
          'To whom each activity discloses data, what for and on which basis.',
          'À qui chaque activité communique des données, pourquoi et sur quelle base.',
        ),
        asked: 'Art. 30(1)(d) · P6.1, P6.2',
      },
      {
        key: 'transfers',
        name: both('Transfers', 'Transferts'),
        what: both(
          'Each transfer to a third country with its safeguard; those that follow from a supplier’s location name it.',
          'Chaque transfert vers un pays tiers avec sa garantie ; ceux qui découlent du lieu d’un fournisseur le nomment.',
        ),
        asked: 'Art. 30(1)(e), 44–49 · CC6.7',
      },
      {
        key: 'retention',
        name: both('Retention', 'Conservation'),
        what: both(
          'How long each activity keeps each data category, from when, and how it is deleted.',
          'Combien de temps chaque activité garde chaque catégorie de données, à partir de quand, et comment elle l’efface.',
        ),
        asked: 'Art. 30(1)(f), 5(1)(e) · P4.2, C1.1',
      },
    ],
  },
  {
    name: both('Suppliers', 'Fournisseurs'),
    datasets: [
      {
        key: 'sub-processors',
        name: both('Sub-processors', 'Sous-traitants'),
        what: both(
          'The whole population of suppliers: service, data, places, contract, assurance, tier, status, owner.',
          'L’ensemble des fournisseurs : service, données, lieux, contrat, attestations, niveau, état, responsable.',
        ),
        asked: 'Art. 28, 30(1)(d) · CC9.2, CC3.4',
      },
      {
        key: 'activity-sub-processors',
        name: both('Suppliers by activity', 'Fournisseurs par activité'),
        what: both(
          'Which supplier receives which data in which activity, and whether that is confirmed.',
          'Quel fournisseur reçoit quelles données dans quelle activité, et si cela est confirmé.',
        ),
        asked: 'Art. 28(2), (4) · P6.1, P6.7',
      },
      {
        key: 'assurance',
        name: both('Assurance', 'Attestations'),
        what: both(
          'Each report or certificate of a supplier: its period, when it was reviewed, its exceptions.',
          'Chaque rapport ou certificat d’un fournisseur : sa période, la date d’examen, ses exceptions.',
        ),
        asked: 'Art. 28(1) · CC9.2, P6.4',
      },
    ],
  },
  {
    name: both('What the records rest on', 'Ce sur quoi reposent les registres'),
    datasets: [
      {
        key: 'data-categories',
        name: both('Data categories', 'Catégories de données'),
        what: both(
          'What is processed, in groups, with its elements and where it is used.',
          'Ce qui est traité, par groupes, avec ses éléments et où cela sert.',
        ),
        asked: 'Art. 30(1)(c), 9 · CC2.1, C1.1',
      },
      {
        key: 'data-subjects',
        name: both('Data subjects', 'Personnes concernées'),
        what: both('Whose data is processed.', 'Celles et ceux dont les données sont traitées.'),
        asked: 'Art. 30(1)(c)',
      },
      {
        key: 'parties',
        name: both('Parties', 'Parties'),
        what: both(
          'Customers, partners, authorities and other recipients, with their contacts.',
          'Clients, partenaires, autorités et autres destinataires, avec leurs contacts.',
        ),
        asked: 'Art. 26, 30(1)(d), 30(2)(a)',
      },
      {
        key: 'measures',
        name: both('Measures', 'Mesures'),
        what: both(
          'The technical and organisational measures that activities refer to.',
          'Les mesures techniques et organisationnelles auxquelles renvoient les activités.',
        ),
        asked: 'Art. 30(1)(g), 32 · CC6.1',
      },
      {
        key: 'documents',
        name: both('Documents', 'Documents'),
        what: both(
          'The policies and contracts that facts were read in, with editions and sign-offs.',
          'Les politiques et contrats dont les faits sont tirés, avec versions et validations.',
        ),
        asked: 'Art. 13, 14 · P1.1, CC5.3',
      },
      {
        key: 'products',
        name: both('Products', 'Produits'),
        what: both(
          'What the organisation offers, and what of it is in scope.',
          'Ce que propose l’organisation, et ce qui en fait partie du périmètre.',
        ),
        asked: 'CC2.3',
      },
      {
        key: 'organisations',
        name: both('Organisations', 'Organisations'),
        what: both(
          'Whose register this is, with its DPO, representatives and contacts.',
          'De qui est ce registre, avec son DPD, ses représentants et ses contacts.',
        ),
        asked: 'Art. 27, 30(1)(a), 37 · CC1.3',
      },
    ],
  },
  {
    name: both('Oversight', 'Surveillance'),
    datasets: [
      {
        key: 'findings',
        name: both('Findings', 'Constats'),
        what: both(
          'What is missing or contradicts, who accepted it and until when.',
          'Ce qui manque ou se contredit, qui l’a accepté et jusqu’à quand.',
        ),
        asked: 'Art. 5(2), 24 · CC4.1, CC4.2',
      },
      {
        key: 'approvals',
        name: both('Approvals', 'Approbations'),
        what: both(
          'Each request and sign-off: who asked, who signed which version as what, and when and why it lapsed.',
          'Chaque demande et signature : qui a demandé, qui a signé quelle version à quel titre, quand et pourquoi elle est devenue caduque.',
        ),
        asked: 'Art. 5(2), 24 · CC1.3, CC8.1',
      },
      {
        key: 'reviews',
        name: both('Reviews', 'Révisions'),
        what: both(
          'What was or is due to be reviewed: who was asked and when, who answered and what.',
          'Ce qui était ou est à réviser : qui a été sollicité et quand, qui a répondu et quoi.',
        ),
        asked: 'Art. 24(1), 32(1)(d) · CC4.1',
      },
      {
        key: 'changes',
        name: both('Changes', 'Modifications'),
        what: both(
          'Every entry of the log, field by field, before and after; with from and to in the address those of a period.',
          'Chaque entrée du journal, champ par champ, avant et après ; avec from et to dans l’adresse, celles d’une période.',
        ),
        asked: 'Art. 5(2) · CC7.2, CC8.1',
      },
      {
        key: 'notices',
        name: both('Notices', 'Préavis'),
        what: both(
          'Every announced change of sub-processors: why, its days, the hash of its text, how many were told.',
          'Chaque changement de sous-traitants annoncé : motif, dates, empreinte du texte, nombre de destinataires.',
        ),
        asked: 'Art. 28(2) · CC2.3, CC9.2',
      },
      {
        key: 'notice-deliveries',
        name: both('Deliveries of notices', 'Remises des préavis'),
        what: both(
          'Each recipient of each notice: its own deadline, attempts, outcome, authorisation.',
          'Chaque destinataire de chaque préavis : sa propre échéance, tentatives, résultat, autorisation.',
        ),
        asked: 'Art. 28(2) · CC2.3, CC9.2',
      },
      {
        key: 'objections',
        name: both('Objections', 'Oppositions'),
        what: both(
          'Every objection to an announced change: who, when, late or not, why, and what was decided.',
          'Chaque opposition à un changement annoncé : qui, quand, tardive ou non, pourquoi, et ce qui a été décidé.',
        ),
        asked: 'Art. 28(2) · CC2.3',
      },
      {
        key: 'exports',
        name: both('Exports made', 'Exports réalisés'),
        what: both(
          'Every file that left the register: who, what, how many rows, its hash and the head of the log it was given with.',
          'Chaque fichier sorti du registre : qui, quoi, combien de lignes, son empreinte et la tête du journal donnée avec lui.',
        ),
        asked: 'Art. 5(2), 32 · CC6.7',
      },
      {
        key: 'access',
        name: both('Access list', 'Liste des accès'),
        what: both(
          'Everybody who has or had an account: roles, state, last sign-in, who gave it.',
          'Toute personne ayant ou ayant eu un compte : rôles, état, dernière connexion, qui l’a donné.',
        ),
        asked: 'Art. 32 · CC6.1, CC6.2, CC6.3',
        needs: 'access:read',
      },
      {
        key: 'permissions',
        name: both('Permissions', 'Droits'),
        what: both(
          'What each role may do, from the table that the server asks.',
          'Ce que peut chaque rôle, d’après le tableau que consulte le serveur.',
        ),
        asked: 'Art. 32 · CC6.1, CC6.3',
      },
    ],
  },
]
