import type { DeclineCode, NotStartedCode, NotThisTimeCode, OutcomeResult } from '../../../src/domain/match'
import { type ChangeCode, JOB_KINDS, type OpportunityKind } from '../../../src/domain/opportunity'

/** What people write, in their own way. Nothing here says who anybody is. */

export const LIKE_WORDS = [
  'I like working with my hands more than sitting down.',
  'Being around people, as long as it is not too loud.',
  'Anything outdoors really.',
  'I cook for my flatmates every Sunday.',
  'I draw most evenings.',
  'Fixing things. I took my bike apart and it still works.',
  'Music is the main thing for me.',
  'I am good with little kids.',
  'I like it when I can see what I have done at the end of the day.',
  'Computers, games, building PCs.',
  'Helping older people. I used to help my neighbour.',
  'Football, gym, running.',
] as const

export const GOAL_WORDS = [
  'I want my own place and a job I do not hate.',
  'To pass my maths and get an apprenticeship.',
  'I would like to drive.',
  'Save some money and go to college next year.',
  'Get out of the house more.',
  'One day I want to work in a hospital.',
  'I want to be able to say I tried.',
  'Something with set hours so I can plan.',
  'To meet a few people I can trust.',
  'Start small and see how it goes.',
] as const

export const SUPPORT_WORDS = [
  'I do better if somebody tells me what will happen first.',
  'Mornings are hard, after ten is fine.',
  'Please write things down for me.',
  'I get nervous on new buses.',
  'It helps when one person is my person.',
  'I read slowly but I do read.',
] as const

export const INTEREST_WORDS = [
  'This looks like something I could do.',
  'I have been looking for this for ages.',
  'Can I bring a friend the first time?',
  'I am free from next week.',
  'I did something like this before and liked it.',
  'Not sure I am good enough but I would like to try.',
  'Is it ok that I have no experience?',
  'I can get there by bus.',
  '',
  '',
  '',
] as const

export const KEEP_WORDS = [
  'We are keeping this for the next start date and will be in touch.',
  'Two people are ahead of you. If a place comes free we will ask you first.',
  'Your adviser is checking one thing with you, then we can go on.',
] as const

export const NOT_THIS_TIME_WORDS: Record<NotThisTimeCode, string> = {
  full: 'All the places have gone. We have noted what you want and will look for another.',
  closed: 'This closed before we could put you forward. We are sorry about that.',
  'rules-not-met': 'The age limit on this one is fixed. We have found two others that fit.',
  'better-fit-elsewhere':
    'We think another offer is closer to what you told us. We will talk it through with you.',
  'waiting-for-a-check': 'We need to finish one check first. Your adviser will call you this week.',
  'asked-not-to': 'You asked us to keep you from this organisation, so we have not gone further.',
}

export const REASONS = [
  'Asked for something close to home, and this is one bus away.',
  'Has asked about this kind of thing twice. The adviser agrees that now is a good time.',
  'Has waited longest of those who fit.',
  'A short trip, and the support asked for is offered.',
  'Not the highest score, but the adviser says that this team will suit best.',
  'Wants to try something without a big promise. This is a good one for that.',
  'Ready for the next step, in the adviser’s words.',
  'Told us in the last call that this would help with getting out more.',
  'Meets every point on the list and is keen.',
  'The adviser rang to say things are settled at home, so now is a good time.',
  'Fits round what they already do in the week.',
  'First offer for this person. A gentle one to begin with.',
] as const

export const WORDS_TO_PERSON = [
  'You told us you would like this kind of thing. Have a look and see what you think.',
  'This is close to you and the hours should fit with what you told us.',
  'You asked about this, and there is a place. It is yours if you want it.',
  'We thought of you for this one. There is no pressure to say yes.',
  'They are kind people and they will show you everything first.',
  'It starts soon, so please tell us by the date below. Ask us anything.',
  'This could be a first step towards what you want to do.',
] as const

export const DECLINE_WORDS: Record<DeclineCode, string> = {
  'too-far': 'It is two buses and the last one is too early.',
  'wrong-time': 'I have college on those days.',
  'not-for-me': 'Thanks, but it is not my thing.',
  'found-something-else': 'I got a job last week!',
  'pay-or-cost': 'I need to earn a bit more than that.',
  'not-ready': 'Not right now. Ask me in a few months.',
  'need-more-support': 'I would want someone to go with me.',
  'rather-not-say': '',
}

export const NOT_STARTED: Record<NotStartedCode, number> = {
  'changed-their-mind': 8,
  'not-reached': 6,
  'other-offer': 7,
  'checks-not-passed': 2,
  'dates-did-not-work': 5,
  'we-could-not-go-ahead': 3,
}

export const WITHDRAWN_WORDS = [
  'The offer changed and no longer fits.',
  'Asked us to stop for now. We will ask again in the spring.',
  'Has moved away from the district.',
  'Put forward by mistake: the hours clash with the course.',
] as const

export const PROVIDER_WORDS = [
  'They had to cancel this one.',
  'The team lost its trainer and cannot take anyone on this quarter.',
  'They asked for more than they first told us. We have raised it with them.',
] as const

export const SUPERSEDED_WORDS = [
  'Took another place that came first.',
  'Started on the other offer and is happy there.',
] as const

export const SHARE_WORDS = [
  'I am a quick learner and I turn up on time.',
  'I have not done this before but I really want to try.',
  'I like to know what is happening first. After that I am fine.',
  'I did two weeks in a kitchen last year and liked the team.',
  'I am shy to begin with. Give me a day.',
  'I can do any day but Wednesday.',
  'I am studying in the mornings and free after one.',
  '',
] as const

/** A conversation through the service, in turns: the poster first. */
export const CONVERSATIONS: readonly (readonly string[])[] = [
  [
    'Hello, and welcome. We are really pleased you said yes. Would next Tuesday at 10am suit you for a first look round?',
    'Hi, yes Tuesday is good. Where do I go when I get there?',
    'Come to the main door and ask for me. I will be at the desk. Bring nothing but yourself.',
    'Ok thank you. See you then.',
  ],
  [
    'Thank you for your interest. Before we meet, is there anything that would make the first day easier for you?',
    'Could someone show me round before it gets busy?',
    'Of course. Come half an hour early and we will walk round together with a cup of tea.',
  ],
  [
    'Good morning. I have sent the plan for the first week to the team so that they know to expect you. Any questions, just ask here.',
    'Do I need to wear anything special?',
    'Comfortable clothes and closed shoes. We have the rest.',
  ],
  [
    'Hello. I would like to meet for half an hour this week, in person or on a call. What works best for you?',
  ],
  [
    'Hi, just to say we are looking forward to meeting you on Monday.',
    'Me too. I looked up the bus and it is fine.',
  ],
]

export const OUTCOME_WORDS: Record<OutcomeResult, readonly string[]> = {
  'going-well': [
    'Enjoying it and on time every day.',
    'Settled in. Gets on with the team.',
    'Asked for more hours.',
    '',
  ],
  'going-with-support': [
    'Some hard mornings. A later start has helped.',
    'Likes it. Has a weekly check-in with the named person.',
  ],
  ended: [
    'Left because the hours changed. Wants to try something else.',
    'It was not what they hoped. Parted on good terms.',
  ],
  'not-reached': ['Tried twice by phone and once by message.'],
}

/** What a broker asked to be changed; some of it only makes sense for some kinds. */
export type Review = { codes: readonly ChangeCode[]; words: string; kinds?: readonly OpportunityKind[] }

export const REVIEWS: readonly Review[] = [
  {
    codes: ['pay-unclear'],
    words: 'Please say what the pay is per hour. "Competitive" does not help anyone decide.',
    kinds: JOB_KINDS,
  },
  {
    codes: ['plain-english', 'what-you-will-do'],
    words: 'The description reads like a job specification. Please say what a normal day looks like.',
    kinds: JOB_KINDS,
  },
  {
    codes: ['unpaid-work', 'dates-missing'],
    words: 'Six weeks without pay is too long. Please make it two, or pay for it, and add an end date.',
    kinds: ['work-experience'],
  },
  {
    codes: ['checks-unclear', 'essential-criteria'],
    words: 'Is an enhanced check really needed here? If so, please say who pays.',
    kinds: ['work-experience', 'volunteering', 'apprenticeship', 'job'],
  },
  { codes: ['travel-unclear'], words: 'How would someone get there without a car? Can you help with that?' },
  {
    codes: ['support-missing'],
    words: 'Who would be their named person? Please add the support you can offer.',
  },
  {
    codes: ['plain-english'],
    words: 'Some sentences are long. Please write it as you would say it to a friend.',
  },
  { codes: ['what-you-will-do'], words: 'Please say step by step what happens after somebody says yes.' },
]

export const WITHDRAWN_PLEDGE_WORDS = [
  'The service was moved to another department and the pledge with it.',
  'The funding for this ended in March.',
] as const
