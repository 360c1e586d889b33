/** The people on the demonstration's front page. Their stories are told in showcase.ts. */
export const SHOWCASE = {
  broker: 'Grace Whitlock',
  manager: 'Imran Sadler',
  champion: 'Daniel Frith',
  partner: 'Rosa Pemble',
  adviser: 'Samira Holt',
  coordinator: 'Nadia Brill',
  withProposal: 'Jaden Mercer',
  withIntroduction: 'Leila Hartnell',
  newcomer: 'Toby Ashe',
} as const
