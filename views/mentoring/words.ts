import type { MentorEndCode, MentorHelp } from '../../src/domain/mentor-request'
import type {
  DbsWorkforce,
  MentorDbsLevel,
  MentorKind,
  MentorStage,
  ReferenceSetting,
  StepAction,
  StopReason,
} from '../../src/domain/mentor'

export const MENTOR_KIND: Record<MentorKind, string> = { mentor: 'Mentor', befriender: 'Befriender' }

export const MENTOR_STAGE: Record<MentorStage, string> = {
  applied: 'Applied',
  identity: 'Identity checked',
  interview: 'Interviewed',
  references: 'References',
  'dbs-requested': 'DBS requested',
  'dbs-clear': 'DBS clear',
  trained: 'Trained',
  approved: 'Approved to match',
  matched: 'Matched',
  supervised: 'Supervised',
  paused: 'Paused',
  lapsed: 'Lapsed',
  ended: 'Ended',
}

/** The step as what there is to do. */
const STEP: Record<StepAction, string> = {
  'check-identity': 'Check their identity',
  interview: 'Interview them',
  'take-reference': 'Take up a reference',
  'request-dbs': 'Ask for a DBS check',
  'clear-dbs': 'Record the DBS check',
  train: 'Record their training',
  approve: 'Approve to match',
  supervise: 'Record supervision',
  'renew-dbs': 'Record a renewed DBS check',
}

/** A step of somebody as what there is to do; whoever's check has run out needs another one. */
export const stepText = (step: StepAction, { stage }: { stage: MentorStage }): string =>
  step === 'request-dbs' && stage === 'lapsed' ? 'Ask for a new DBS check' : STEP[step]

export const SETTING: Record<ReferenceSetting, string> = {
  work: 'Work',
  education: 'School, college or training',
  volunteering: 'Volunteering',
  community: 'A club, faith or community group',
  neighbourhood: 'A neighbour or friend, not family',
}

export const DBS_LEVEL: Record<MentorDbsLevel, string> = {
  enhanced: 'Enhanced',
  'enhanced-barred': 'Enhanced, with the barred lists',
}

export const WORKFORCE: Record<DbsWorkforce, string> = {
  adult: 'Adults',
  child: 'Children',
  'child-and-adult': 'Children and adults',
}

export const STOP_REASON: Record<StopReason, string> = {
  'their-wish': 'They asked to stop',
  away: 'Away for a while',
  health: 'Not well',
  'moved-away': 'Moved away',
  'check-not-clear': 'A check was not clear',
  concern: 'A concern is being looked into',
  other: 'Something else',
  'renewal-passed': 'The DBS check was due to be renewed',
}

export const MENTOR_HELP_WORDS: Record<MentorHelp, string> = {
  'someone-to-talk-to': 'Someone to talk to',
  confidence: 'Feeling more sure of myself',
  'getting-out': 'Getting out and doing things',
  'everyday-skills': 'Everyday skills, like cooking or money',
  'work-or-study': 'Work or study',
  english: 'Speaking English',
  'new-area': 'Getting to know a new area',
}

export const MENTOR_END: Record<MentorEndCode, string> = {
  'goal-reached': 'It did what it was for',
  'no-time': 'There is no time for it now',
  'not-right': 'It was not right',
  'moved-away': 'Moving away',
  other: 'Something else',
}

/** The furthest they go, by the kilometres it is stored in. */
export const HOW_FAR: Readonly<Record<number, string>> = {
  3: 'Up to 2 miles',
  8: 'Up to 5 miles',
  16: 'Up to 10 miles',
  32: 'Up to 20 miles',
}
