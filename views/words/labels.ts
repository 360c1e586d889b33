import type { Role } from '../../src/domain/account'
import type { Consideration } from '../../src/domain/care-leaver'
import type {
  CareLeaverDefinition,
  ChangeCode,
  DbsLevel,
  OpportunityKind,
  OpportunitySection,
  Pay,
  Priority,
  Visibility,
} from '../../src/domain/opportunity'
import type { OrganisationKind } from '../../src/domain/organisation'
import {
  DISTRICTS,
  type CovenantOutcome,
  type EetStatus,
  type Goal,
  type HomeDistrict,
  type LocalOfferHeading,
  type StatutoryCategory,
  type Support,
  type Topic,
  type WeekTime,
} from '../../src/domain/taxonomy'

export const KIND: Record<OpportunityKind, string> = {
  'work-experience': 'Work experience',
  apprenticeship: 'Apprenticeship',
  job: 'Job',
  'guaranteed-interview': 'Guaranteed interview',
  'insight-day': 'Insight day',
  training: 'Training',
  mentoring: 'Mentoring',
  befriending: 'Befriending',
  volunteering: 'Volunteering',
  event: 'Event',
  discount: 'Discount or free access',
  'money-help': 'Help with money',
  'housing-help': 'Help with housing',
  advice: 'Advice',
}

export const OUTCOME: Record<CovenantOutcome, string> = {
  'independent-living': 'Living independently',
  'employment-education-training': 'Work, education and training',
  'safety-security': 'Feeling safe and secure',
  health: 'Health and wellbeing',
  finance: 'Money',
}

export const HEADING: Record<LocalOfferHeading, string> = {
  'health-well-being': 'Health and well-being',
  relationships: 'Relationships',
  'education-training': 'Education and training',
  employment: 'Employment',
  accommodation: 'Accommodation',
  participation: 'Participation in society',
}

export const TOPIC: Record<Topic, string> = {
  animals: 'Animals',
  'art-design': 'Art and design',
  building: 'Building and trades',
  'business-office': 'Business and office work',
  'care-health': 'Caring and health',
  children: 'Working with children',
  computers: 'Computers and gaming',
  'cooking-food': 'Cooking and food',
  'driving-transport': 'Driving and transport',
  'engineering-repair': 'Engineering and fixing things',
  'hair-beauty': 'Hair and beauty',
  'law-safety': 'Law and keeping people safe',
  'media-film': 'Film, photos and media',
  music: 'Music',
  'nature-outdoors': 'Nature and the outdoors',
  'people-customers': 'Meeting people and serving customers',
  science: 'Science',
  'sport-fitness': 'Sport and fitness',
  'helping-others': 'Helping others',
  'money-skills': 'Money skills',
  'home-skills': 'Home skills',
  languages: 'Languages',
}

export const GOAL: Record<Goal, string> = {
  'get-a-job': 'Get a job',
  'earn-and-learn': 'Earn while I learn',
  'try-work': 'Try out some work',
  'go-to-college': 'Go to college',
  'go-to-university': 'Go to university',
  'meet-people': 'Meet people',
  'feel-better': 'Feel better in myself',
  'manage-money': 'Manage my money',
  'find-a-home': 'Sort out where I live',
  'help-others': 'Help other people',
}

export const SUPPORT: Record<Support, string> = {
  'meet-someone-first': 'Meet someone from the place first',
  'named-person': 'One named person to go to',
  'written-steps': 'Things written down step by step',
  'quiet-space': 'A quiet space when it is needed',
  'extra-time': 'Extra time to learn things',
  'flexible-hours': 'Flexible hours',
  'travel-practice': 'Practising the journey first',
  'help-with-english': 'Help with English',
  equipment: 'Clothes, tools or equipment',
  'regular-check-ins': 'Regular check-ins',
}

export const WEEK_TIME: Record<WeekTime, string> = {
  'weekday-days': 'Daytime, Monday to Friday',
  'weekday-evenings': 'Evenings, Monday to Friday',
  weekends: 'Weekends',
}

export const PAY: Record<Pay, string> = {
  wage: 'Paid',
  expenses: 'Not paid, expenses covered',
  unpaid: 'Not paid',
  'free-to-you': 'Free for the young person',
}

export const DEFINITION: Record<CareLeaverDefinition, string> = {
  'any-care-experience': 'Anyone with experience of care',
  'statutory-care-leaver': 'Care leavers as the law defines them',
  'former-relevant': 'Former relevant care leavers only',
}

export const DBS: Record<DbsLevel, string> = {
  none: 'No check needed',
  basic: 'Basic check',
  standard: 'Standard check',
  enhanced: 'Enhanced check',
  'enhanced-barred': 'Enhanced check with barred lists',
}

export const QUALIFICATION: Record<0 | 1 | 2 | 3, string> = {
  0: 'None needed',
  1: 'Level 1 (GCSE grades 3 to 1)',
  2: 'Level 2 (GCSE grades 9 to 4)',
  3: 'Level 3 (A levels or the same)',
}

export const VISIBILITY: Record<Visibility, string> = {
  public: 'Everyone can see it',
  'care-leavers-only': 'Only signed-in care leavers, the 18+ team and your own organisation',
}

export const PRIORITY: Record<Priority, string> = {
  none: 'Open to all, no priority',
  reserved: 'Kept for care leavers',
  window: 'Care leavers first, until a date',
  'guaranteed-interview': 'An interview for everyone who meets the essential criteria',
}

export const SECTION: Record<OpportunitySection, string> = {
  basics: 'What it is',
  doing: 'What people will do',
  criteria: 'What people need',
  dates: 'Places, dates and hours',
  where: 'Where it is',
  pay: 'Pay and travel help',
  checks: 'Who it is for and checks',
  support: 'Support you offer',
  audience: 'Who sees it and who goes first',
}

export const CHANGE_CODE: Record<ChangeCode, string> = {
  'plain-english': 'Use plainer English',
  'what-you-will-do': 'Say more clearly what people will do',
  'essential-criteria': 'Ask only for what is essential',
  'pay-unclear': 'Say clearly what people are paid',
  'unpaid-work': 'Unpaid work that looks like a job',
  'dates-missing': 'Add or mend the dates',
  'travel-unclear': 'Say how people get there',
  'checks-unclear': 'Say which checks are needed, and why',
  'support-missing': 'Say what support there is',
  safeguarding: 'A safeguarding question',
  other: 'Something else',
}

export const ORGANISATION_KIND: Record<OrganisationKind, string> = {
  department: 'Council department',
  'elected-member': 'Elected member',
  'district-council': 'District council',
  supplier: 'Supplier',
  signatory: 'Covenant signatory',
  charity: 'Charity',
  college: 'College',
  'nhs-trust': 'NHS trust',
}

export const ROLE: Record<Role, string> = {
  'care-leaver': 'Young person',
  champion: 'Champion',
  partner: 'Partner',
  adviser: 'Personal adviser',
  broker: 'Broker, 18+ team',
  manager: 'Manager, 18+ team',
  coordinator: 'Coordinator, Social Connections team',
}

export const CATEGORY: Record<StatutoryCategory, string> = {
  eligible: 'Eligible child',
  relevant: 'Relevant child',
  'former-relevant': 'Former relevant child',
  qualifying: 'Qualifying care leaver',
}

export const EET: Record<EetStatus, string> = {
  F1: 'Higher education, full time',
  P1: 'Higher education, part time',
  F2: 'Other education, full time',
  P2: 'Other education, part time',
  F4: 'Apprenticeship, full time',
  P4: 'Apprenticeship, part time',
  F5: 'Training or employment, full time',
  P5: 'Training or employment, part time',
  G4: 'Not in work or study: illness or disability',
  G5: 'Not in work or study: other',
  G6: 'Not in work or study: pregnancy or parenting',
  '0': 'Not known',
}

export const CONSIDERATION: Record<Consideration, string> = {
  'not-asked': 'Not answered yet',
  yes: 'Yes, suggest me',
  no: 'No, do not suggest me',
}

/** A district's name, or what stands for one. */
export function districtName(district: HomeDistrict | null): string {
  if (district === null || district === 'unknown') return 'Not known'
  return district === 'outside-kent' ? 'Outside Kent' : DISTRICTS[district]
}
