import type { RuleSet } from './rule-set'

const AS_OF = '2026-11-22'

/** What the service comes with. It is in force until a manager's change is. */
export const FIRST_RULE_SET: RuleSet = {
  version: '2026-1',
  parameters: {
    // Half a year covers what is posted long ahead.
    'start-within-days': 180,
    // Asylum seekers may volunteer for charities and public bodies at any stage.
    'charity-work-is-open': 1,
    // Most apprenticeships run a year or more.
    'apprenticeship-days': 365,
    // A certificate has no end date in law; this is the scheme's own.
    'dbs-years-max': 3,
    'short-trip-km': 10,
  },
  sources: {
    consideration: {
      title: 'UK GDPR, articles 6 and 7 (lawful basis and consent)',
      asOf: AS_OF,
      reviewOn: '2027-04-06',
    },
    'not-told': {
      title: 'The young person’s own words; UK GDPR, article 21 (right to object)',
      asOf: AS_OF,
      reviewOn: '2027-04-06',
    },
    'already-answered': { title: 'The young person’s own words', asOf: AS_OF, reviewOn: '2027-04-06' },
    'do-not-suggest': { title: 'The young person’s own words', asOf: AS_OF, reviewOn: '2027-04-06' },
    definition: {
      title:
        'Children Act 1989, sections 23A to 24B; Children and Social Work Act 2017, sections 2 and 3; the offer’s own terms',
      asOf: AS_OF,
      reviewOn: '2027-04-06',
    },
    'age-on-start-date': { title: 'The offer’s own terms', asOf: AS_OF, reviewOn: '2027-04-06' },
    'right-to-work': {
      title:
        'Immigration, Asylum and Nationality Act 2006, section 15; Immigration Act 2016, schedule 10; ' +
        'Immigration Rules, part 11B, paragraphs 360 to 360E, and the Home Office guidance on permission to work and volunteering',
      asOf: AS_OF,
      reviewOn: '2027-01-31',
    },
    'permission-outlasts': {
      title:
        'Immigration, Asylum and Nationality Act 2006, section 15; ' +
        'apprenticeship funding rules (able to complete in the time available)',
      asOf: AS_OF,
      reviewOn: '2027-01-31',
    },
    qualification: {
      title: 'The offer’s own terms; the Regulated Qualifications Framework',
      asOf: AS_OF,
      reviewOn: '2027-09-01',
    },
    'background-check': {
      title:
        'Safeguarding Vulnerable Groups Act 2006; Police Act 1997, part V; ' +
        'Rehabilitation of Offenders Act 1974 (Exceptions) Order 1975',
      asOf: AS_OF,
      reviewOn: '2027-04-06',
    },
    travel: {
      title: 'The young person’s own words; the offer’s own terms',
      asOf: AS_OF,
      reviewOn: '2027-04-06',
    },
    availability: {
      title: 'The young person’s own words; the offer’s own terms',
      asOf: AS_OF,
      reviewOn: '2027-04-06',
    },
    languages: {
      title: 'The young person’s own words; what the mentor or befriender told the Social Connections team',
      asOf: AS_OF,
      reviewOn: '2027-04-06',
    },
  },
  // What the person wants counts for 55, what makes it work for 25, and whose turn it is for 20.
  weights: {
    interests: 25,
    goals: 20,
    'covenant-outcome': 10,
    'travel-ease': 15,
    'support-fit': 10,
    'waiting-time': 15,
    'earlier-offers': 5,
  },
}
