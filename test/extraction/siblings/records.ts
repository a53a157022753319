import type { Sibling } from '../siblings.ts'

/** Transcripts, interviews and records of parliaments and courts. */
export const records: Record<string, Sibling[]> = {
  'labels of transcripts': [
    [
      '    MR. EK: Good day to you all.\n    MS. DOW: It is late.\n    MR. EK: It is.',
      'It is late. <- =Dow',
      'It is. <- =Ek',
    ],
    [
      'MS. DOW: Good day.\n\nQ Thank you. The mayor says it is late. Is it?\n\nMS. DOW: No.',
      'Thank you. The mayor says it is late. Is it? <- ~questioner',
      'No. <- =Dow',
    ],
    [
      'The Secretary of State for Health (Ann Dow): I beg to move.\n\nMr Ek (Holm) (Con): Will she give way?\n\nAnn Dow: I will.',
      'I beg to move. <- =Ann Dow',
      'Will she give way? <- =Ek',
    ],
    [
      '[00:01] Moderator: Let us begin.\n\n[00:02] Audience member: Who pays?\n\n[00:03] Speaker 2: Nobody does.',
      'Who pays? <- *Audience member',
      'Nobody does. <- *Speaker 2',
    ],
    [
      'ANN DOW, sworn\n\nQ. Where were you?\nA. I was at home.\n\nQ. Alone?\nA. Yes, I was alone.',
      'I was at home. <- =Ann Dow',
    ],
    [
      'Full text of the speech by Chief Constable Ann Dow to the guild\n\nI thank you. I joined in 1991 and I am still here. We all are, my friends.',
      'I thank you. I joined in 1991 and I am still here. We all are, my friends. <- =Ann Dow',
    ],
  ],
  'records of speech with headings': [
    [
      'Canal Boats: Licences\n\nThe Parliamentary Under-Secretary of State, Department for Rural Affairs (Lord Vell) (Con): My Lords, nobody has lost a boat.\n\nLord Cade of Wirksworth (CB): My Lords, when does the Minister expect a reply?\n\nLord Vell (Con): I expect one soon.',
      'My Lords, nobody has lost a boat. <- =Lord Vell',
      'My Lords, when does the Minister expect a reply? <- =Lord Cade of Wirksworth',
      'I expect one soon. <- =Lord Vell',
    ],
    [
      'The SPEAKER pro tempore (Mr. DELL). The gentleman from Maine is recognized.\n\nMr. PETTIBONE. I thank the Chair.\n\nMs. HARB. Will the gentleman yield?',
      'The gentleman from Maine is recognized. <- =Dell',
      'I thank the Chair. <- =Pettibone',
    ],
    [
      'MS. ARAGON: The state calls Linda Feng.\n\nDIRECT EXAMINATION\n\nBY MS. ARAGON:\n\nQ. Where did you work?\n\nA. In claims. My boss told me to forget it.\n\nCROSS-EXAMINATION\n\nBY MR. BLUM:\n\nQ. Are you sure of that?\n\nA. I am.',
      'Where did you work? <- =Aragon',
      'In claims. My boss told me to forget it. <- =Linda Feng',
      'Are you sure of that? <- =Blum',
      'I am. <- =Linda Feng',
    ],
    [
      'Mirela Novak: “The sea was too dear”\n\nThe director Mirela Novak spoke to the Review in Split.\n\n**You were told it could not be filmed.**\n\nMy first producer said the sea was too dear.\n\n**Will there be another film?**\n\nWe shall see.',
      'We shall see. <- =Mirela Novak',
      'the sea was too dear <- ~My first producer < =Mirela Novak',
    ],
  ],
}
