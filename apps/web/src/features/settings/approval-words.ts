import { both } from '@ropewalk/domain/words.ts'

export const approvalSettingWords = {
  hint: both(
    'How records are approved. Changes count from now on; what is approved stays as it is.',
    'Comment les fiches sont approuvées. Les modifications valent dès maintenant ; ce qui est approuvé le reste.',
  ),
  fourEyes: both('Four eyes', 'Double regard'),
  fourEyesHint: both(
    'Required: who edited a record since its last approval cannot give its only approval. Advised: they can, and it is marked self-approved.',
    'Exigé : qui a modifié une fiche depuis sa dernière approbation ne peut l’approuver seul. Recommandé : c’est possible, et l’approbation est marquée auto-approuvée.',
  ),
  titles: both('Sign-off titles', 'Titres de signature'),
  titlesHint: both(
    'What people sign as. A holder may sign that step; none is needed unless it is ticked below.',
    'À quel titre on signe. Qui porte un titre peut signer cette étape ; aucun n’est exigé s’il n’est pas coché ci-dessous.',
  ),
  title: both('Title {n}', 'Titre {n}'),
  holders: both('Held by', 'Porté par'),
  holdersOf: both('Holders of {title}', 'Qui porte le titre {title}'),
  nobody: both('nobody yet', 'personne encore'),
  noTitles: both('No titles yet.', 'Aucun titre pour l’instant.'),
  addTitle: both('Add a title', 'Ajouter un titre'),
  removeTitle: both('Remove {title}', 'Retirer {title}'),
  required: both('Titles that an approval needs', 'Titres qu’exige une approbation'),
  requiredHint: both('Without any, one DPO approves.', 'Sans titre exigé, un DPD approuve.'),
  none: both('none', 'aucun'),
  material: both('What is material', 'Ce qui est substantiel'),
  materialHint: both(
    'Changing one of these lapses an approval; changing another does not. At first: what Art. 28 and 30 ask for, what the public reads, and names.',
    'Modifier l’un de ces champs rend une approbation caduque ; modifier un autre, non. Au départ : ce que demandent les art. 28 et 30, ce que lit le public, et les noms.',
  ),
  count: both('{n} of {all}', '{n} sur {all}'),
}
