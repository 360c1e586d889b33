/** The five outcomes of the Care Leavers Covenant. */
export const COVENANT_OUTCOMES = [
  'independent-living',
  'employment-education-training',
  'safety-security',
  'health',
  'finance',
] as const
export type CovenantOutcome = (typeof COVENANT_OUTCOMES)[number]

/** The six headings of the Local Offer (Children and Social Work Act 2017, section 2). */
export const LOCAL_OFFER_HEADINGS = [
  'health-well-being',
  'relationships',
  'education-training',
  'employment',
  'accommodation',
  'participation',
] as const
export type LocalOfferHeading = (typeof LOCAL_OFFER_HEADINGS)[number]

/** Children Act 1989, as amended by the Children (Leaving Care) Act 2000. */
export const STATUTORY_CATEGORIES = ['eligible', 'relevant', 'former-relevant', 'qualifying'] as const
export type StatutoryCategory = (typeof STATUTORY_CATEGORIES)[number]

/** SSDA903 activity codes; F3 and P3 are obsolete and absent. F is full time, P is part time. */
export const EET_STATUSES = ['F1', 'P1', 'F2', 'P2', 'F4', 'P4', 'F5', 'P5', 'G4', 'G5', 'G6', '0'] as const
export type EetStatus = (typeof EET_STATUSES)[number]

/** ONS codes of Kent's twelve districts, with Medway as a neighbour. */
export const DISTRICTS = {
  E07000105: 'Ashford',
  E07000106: 'Canterbury',
  E07000107: 'Dartford',
  E07000108: 'Dover',
  E07000109: 'Gravesham',
  E07000110: 'Maidstone',
  E07000111: 'Sevenoaks',
  E07000112: 'Folkestone and Hythe',
  E07000113: 'Swale',
  E07000114: 'Thanet',
  E07000115: 'Tonbridge and Malling',
  E07000116: 'Tunbridge Wells',
  E06000035: 'Medway',
} as const
export type District = keyof typeof DISTRICTS
export const DISTRICT_CODES = Object.keys(DISTRICTS) as District[]

/** Where a person lives: a district, somewhere else, or not known. Neither of the last two drops out of matching. */
export type HomeDistrict = District | 'outside-kent' | 'unknown'

/** What a young person can say they like, and what an opportunity can be about: one list, so they can meet. */
export const TOPICS = [
  'animals',
  'art-design',
  'building',
  'business-office',
  'care-health',
  'children',
  'computers',
  'cooking-food',
  'driving-transport',
  'engineering-repair',
  'hair-beauty',
  'law-safety',
  'media-film',
  'music',
  'nature-outdoors',
  'people-customers',
  'science',
  'sport-fitness',
  'helping-others',
  'money-skills',
  'home-skills',
  'languages',
] as const
export type Topic = (typeof TOPICS)[number]

export const GOALS = [
  'get-a-job',
  'earn-and-learn',
  'try-work',
  'go-to-college',
  'go-to-university',
  'meet-people',
  'feel-better',
  'manage-money',
  'find-a-home',
  'help-others',
] as const
export type Goal = (typeof GOALS)[number]

/** Support a young person may ask for and a champion may offer. Needs are said as adjustments, never as a diagnosis. */
export const SUPPORTS = [
  'meet-someone-first',
  'named-person',
  'written-steps',
  'quiet-space',
  'extra-time',
  'flexible-hours',
  'travel-practice',
  'help-with-english',
  'equipment',
  'regular-check-ins',
] as const
export type Support = (typeof SUPPORTS)[number]

/** When somebody is free, and when an opportunity takes place. */
export const WEEK_TIMES = ['weekday-days', 'weekday-evenings', 'weekends'] as const
export type WeekTime = (typeof WEEK_TIMES)[number]

/** Languages that young people and those who help them are likely to speak in Kent; an answer may name several. */
export const LANGUAGES = {
  english: 'English',
  albanian: 'Albanian',
  amharic: 'Amharic',
  arabic: 'Arabic',
  'british-sign-language': 'British Sign Language',
  dari: 'Dari',
  farsi: 'Farsi (Persian)',
  french: 'French',
  kurdish: 'Kurdish (Sorani)',
  oromo: 'Oromo',
  pashto: 'Pashto',
  polish: 'Polish',
  punjabi: 'Punjabi',
  romanian: 'Romanian',
  tigrinya: 'Tigrinya',
  ukrainian: 'Ukrainian',
  vietnamese: 'Vietnamese',
} as const
export type Language = keyof typeof LANGUAGES
export const LANGUAGE_CODES = Object.keys(LANGUAGES) as Language[]
