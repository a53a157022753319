import type { Abroad } from '../abroad-articles.ts'

/** Our own, of eight beats, with gold written before they were run. */
export const freshFrench: Abroad[] = [
  {
    language: 'fr',
    text: `Un cargo battant pavillon panaméen s’est échoué dans la nuit de mardi à mercredi au large de Concarneau, a annoncé la préfecture maritime. Les douze membres d’équipage ont été évacués sains et saufs. « Il n’y a pas de pollution à ce stade », a précisé à l’AFP le capitaine de frégate Yann Le Goff, porte-parole de la préfecture.

Selon une source proche du dossier, le navire aurait perdu sa propulsion vers 2 heures du matin. Une enquête a été ouverte, a indiqué le parquet de Brest. « On a entendu un grand bruit, puis plus rien », raconte Maryvonne, une riveraine.`,
    gold: [
      [
        'Un cargo battant pavillon panaméen s’est échoué dans la nuit de mardi à mercredi au large de Concarneau',
        '[la préfecture maritime]',
      ],
      ['Il n’y a pas de pollution à ce stade', 'Yann Le Goff', { to: 'AFP' }],
      ['le navire aurait perdu sa propulsion vers 2 heures du matin', '[une source proche du dossier]'],
      ['Une enquête a été ouverte', '[le parquet de Brest]'],
      ['On a entendu un grand bruit, puis plus rien', 'Maryvonne'],
    ],
  },
  {
    language: 'fr',
    text: `La ministre du Logement, Hélène Cassagne, a défendu jeudi sa réforme devant les sénateurs. « Nous n’avons que trop attendu », a-t-elle lancé, avant d’ajouter que le texte serait « amendé si nécessaire ». À gauche, on dénonce une « provocation ».

« Ce projet, c’est la loi du plus fort », s’est emporté le sénateur Bruno Delmas. Pour l’élu du Finistère, les maires n’ont pas été consultés. Mme Cassagne assure pourtant avoir reçu toutes les associations. D’après un sondage publié mercredi, 61 % des Français sont opposés à la réforme. L’exécutif, lui, se dit « serein ».`,
    gold: [
      ['Nous n’avons que trop attendu', 'Hélène Cassagne'],
      ['que le texte serait « amendé si nécessaire »', 'Hélène Cassagne'],
      ['Ce projet, c’est la loi du plus fort', 'Bruno Delmas'],
      ['les maires n’ont pas été consultés', '[l’élu du Finistère]'],
      ['avoir reçu toutes les associations', 'Hélène Cassagne'],
      ['61 % des Français sont opposés à la réforme', '[un sondage]'],
    ],
  },
  {
    language: 'fr',
    text: `« Je n’ai jamais voulu sa mort. » À la barre de la cour d’assises du Gard, Kévin Marty a parlé d’une voix à peine audible. L’accusé, 34 ans, a reconnu avoir porté le premier coup. Il a toutefois nié toute préméditation.

L’avocate de la famille, Me Sarah Benhamou, n’y croit pas. « Il avait acheté l’arme trois jours plus tôt », a-t-elle rappelé. Le médecin légiste a expliqué que la victime était décédée « en quelques minutes ». « Votre fils vous parlait-il de ses dettes ? », a demandé la présidente. « Jamais », a soufflé la mère de l’accusé. Le verdict est attendu vendredi.`,
    gold: [
      ['Je n’ai jamais voulu sa mort.', 'Kévin Marty'],
      ['avoir porté le premier coup', '[L’accusé]'],
      ['toute préméditation', '[Il]'],
      ['Il avait acheté l’arme trois jours plus tôt', 'Sarah Benhamou'],
      ['que la victime était décédée « en quelques minutes »', '[Le médecin légiste]'],
      ['Votre fils vous parlait-il de ses dettes ?', '[la présidente]'],
      ['Jamais', '[la mère de l’accusé]'],
    ],
  },
  {
    language: 'fr',
    text: `Battu 31-12 à Clermont, le Stade rochelais n’avait pas d’excuses à faire valoir. « On s’est fait marcher dessus, il n’y a rien d’autre à dire », a pesté l’entraîneur Olivier Ramos en conférence de presse. Le troisième ligne Paul Sékou a, lui, pointé l’indiscipline : « Quinze pénalités, c’est injouable. »

Côté clermontois, on savourait. « Ce groupe mérite », a simplement glissé le capitaine, Thomas Vidal, avant de filer sous la douche. Touché à l’épaule, l’ailier Faka passera des examens lundi, selon le club. « Je ne suis pas très optimiste », a reconnu Ramos.`,
    gold: [
      ['On s’est fait marcher dessus, il n’y a rien d’autre à dire', 'Olivier Ramos'],
      ['Quinze pénalités, c’est injouable.', 'Paul Sékou'],
      ['Ce groupe mérite', 'Thomas Vidal'],
      ['Touché à l’épaule, l’ailier Faka passera des examens lundi', '[le club]'],
      ['Je ne suis pas très optimiste', 'Olivier Ramos'],
    ],
  },
  {
    language: 'fr',
    text: `Le groupe Vernay va supprimer 340 postes en France d’ici à 2028, a-t-on appris mardi de sources syndicales. La direction a confirmé dans un communiqué « étudier une réorganisation », sans donner de chiffres. « C’est un coup de massue », a réagi Nathalie Fouquet, déléguée CFDT du site de Roanne.

Selon Les Échos, qui citent un document interne, les usines de Vire et d’Albi seraient les plus touchées. Le PDG, Marc-Antoine Lebel, a rejeté ces informations. « Aucune fermeture n’est prévue », a-t-il martelé sur BFM, promettant que les départs se feraient « sur la base du volontariat ».`,
    gold: [
      ['Le groupe Vernay va supprimer 340 postes en France d’ici à 2028', '[sources syndicales]'],
      ['étudier une réorganisation', '[La direction]'],
      ['C’est un coup de massue', 'Nathalie Fouquet'],
      ['les usines de Vire et d’Albi seraient les plus touchées', '[un document interne]', { through: 'Les Échos' }],
      ['Aucune fermeture n’est prévue', 'Marc-Antoine Lebel'],
      ['que les départs se feraient « sur la base du volontariat »', 'Marc-Antoine Lebel'],
    ],
  },
  {
    language: 'fr',
    text: `Romancière et musicienne, Inès Kadiri publie « Les Eaux grises ». Entretien avec l’autrice.

**Votre livre commence par un enterrement. Pourquoi ce choix ?**

Inès Kadiri : Parce que tout commence là, chez nous. On se retrouve, on mange, on se dispute.

**Vous dites souvent que la fiction ment moins que la mémoire…**

I. K. : Ma grand-mère disait que les morts n’aiment pas les photos. J’ai gardé ça.

**Travaillez-vous déjà au prochain ?**

I. K. : Oui, mais je n’en parlerai pas.`,
    gold: [
      ['Votre livre commence par un enterrement. Pourquoi ce choix ?', '[questioner]'],
      ['Parce que tout commence là, chez nous. On se retrouve, on mange, on se dispute.', 'Inès Kadiri'],
      ['Vous dites souvent que la fiction ment moins que la mémoire…', '[questioner]'],
      ['Ma grand-mère disait que les morts n’aiment pas les photos. J’ai gardé ça.', 'Inès Kadiri'],
      ['que les morts n’aiment pas les photos', '[Ma grand-mère]'],
      ['Travaillez-vous déjà au prochain ?', '[questioner]'],
      ['Oui, mais je n’en parlerai pas.', 'Inès Kadiri'],
    ],
  },
  {
    language: 'fr',
    text: `Les glaciers des Pyrénées auront disparu avant 2040. C’est ce qu’affirme une étude parue lundi dans la revue « Cryosphère ». « Nous pensions avoir vingt ans de plus devant nous », confie la glaciologue Claire Etcheverry, de l’université de Pau, qui a coordonné les travaux.

L’équipe explique avoir comparé des milliers de photographies. « Le recul s’accélère », insiste Mme Etcheverry, « et rien n’indique qu’il va ralentir ». Interrogé par Sud Ouest, le climatologue Jean Lafon juge ces résultats « solides ». Il estime néanmoins que quelques névés pourraient subsister au-dessus de 3 000 mètres.`,
    gold: [
      ['Les glaciers des Pyrénées auront disparu avant 2040', '[une étude]'],
      ['Nous pensions avoir vingt ans de plus devant nous', 'Claire Etcheverry'],
      ['avoir comparé des milliers de photographies', '[L’équipe]'],
      ['Le recul s’accélère et rien n’indique qu’il va ralentir', 'Claire Etcheverry'],
      ['que quelques névés pourraient subsister au-dessus de 3 000 mètres', 'Jean Lafon'],
    ],
  },
  {
    language: 'fr',
    text: `À Saint-Brévin, le marché du samedi changera de place au printemps. « La sécurité n’est plus assurée », justifie le maire, Gérard Poulain. Les commerçants, eux, crient au scandale. « On va perdre la moitié de nos clients ! », s’étrangle Josiane Morel, qui vend des fromages depuis 1989.

Une pétition a recueilli 1 200 signatures, à en croire ses organisateurs. La mairie répond que rien n’est définitif. « Nous ferons le point en juin », promet M. Poulain. Et l’élu d’ajouter : « Personne ne veut la mort du marché. »`,
    gold: [
      ['La sécurité n’est plus assurée', 'Gérard Poulain'],
      ['On va perdre la moitié de nos clients !', 'Josiane Morel'],
      ['Une pétition a recueilli 1 200 signatures', '[ses organisateurs]'],
      ['que rien n’est définitif', '[La mairie]'],
      ['Nous ferons le point en juin', 'Gérard Poulain'],
      ['Personne ne veut la mort du marché.', '[l’élu]'],
    ],
  },
]

/** Two more, never seen before the rules were done. */
export const laterFrench: Abroad[] = [
  {
    language: 'fr',
    text: `Le loup est bien de retour dans le Morvan. L’Office de la biodiversité l’a confirmé lundi, photos à l’appui. « Il s’agit d’un mâle adulte, en bonne santé », a détaillé son directeur régional, Luc Ferrand. Les éleveurs ne cachent pas leur inquiétude.

« J’ai perdu neuf brebis en un mois », témoigne Sylvain Roux, installé à Château-Chinon. Selon lui, l’animal rôderait depuis l’été. La préfecture a fait savoir qu’elle étudierait « au cas par cas » les demandes d’indemnisation. « Il faudra apprendre à vivre avec », conclut M. Ferrand.`,
    gold: [
      ['Il s’agit d’un mâle adulte, en bonne santé', 'Luc Ferrand'],
      ['J’ai perdu neuf brebis en un mois', 'Sylvain Roux'],
      ['l’animal rôderait depuis l’été', 'Sylvain Roux'],
      ['qu’elle étudierait « au cas par cas » les demandes d’indemnisation', '[La préfecture]'],
      ['Il faudra apprendre à vivre avec', 'Luc Ferrand'],
    ],
  },
  {
    language: 'fr',
    text: `La banque Delaroche a été victime d’une cyberattaque, a révélé mercredi le quotidien Le Monde. Les données de 80 000 clients auraient été dérobées. L’établissement a reconnu « un incident », tout en assurant qu’aucun compte n’avait été débité.

« Nous avons réagi en moins d’une heure », a fait valoir sa directrice générale, Sophie Amiel, lors d’une visioconférence. D’après l’expert Karim Nouri, les pirates seraient passés par un sous-traitant. « C’est un classique », soupire-t-il. Une plainte a été déposée, ajoute la banque.`,
    gold: [
      ['La banque Delaroche a été victime d’une cyberattaque', '[le quotidien Le Monde]'],
      ['un incident', '[L’établissement]'],
      ['qu’aucun compte n’avait été débité', '[L’établissement]'],
      ['Nous avons réagi en moins d’une heure', 'Sophie Amiel'],
      ['les pirates seraient passés par un sous-traitant', 'Karim Nouri'],
      ['C’est un classique', 'Karim Nouri'],
      ['Une plainte a été déposée', '[la banque]'],
    ],
  },
]
