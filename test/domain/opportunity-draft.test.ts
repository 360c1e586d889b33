import { describe, expect, it } from 'vitest'
import {
  closingDay,
  isSectionDone,
  type OpportunityDraft,
  sectionsToDo,
  toContent,
  warningsFor,
} from '../../src/domain/opportunity-draft'
import {
  OPPORTUNITY_KINDS,
  OPPORTUNITY_SECTIONS,
  type OpportunitySection,
} from '../../src/domain/opportunity'
import { anOpening } from '../support/matching'

const { id: _id, organisationId: _organisation, isCharityOrPublicBody: _public, ...CONTENT } = anOpening()

/** The fewest answers that make a step done. */
const ANSWERS: Record<OpportunitySection, OpportunityDraft> = {
  basics: {
    kind: 'job',
    title: 'Kitchen assistant',
    summary: 'Help',
    outcomes: ['health'],
    heading: 'employment',
  },
  doing: { description: 'Help', whatYouWillDo: 'Cook', topics: [] },
  criteria: { criteria: [], qualificationLevel: 0 },
  dates: { places: 2, hours: '9 to 5', weekTimes: [] },
  where: { isRemote: false, placeOfWork: 'A school' },
  pay: { pay: 'wage', payText: '£12.60 an hour' },
  checks: {
    minAge: 18,
    maxAge: 25,
    definition: 'any-care-experience',
    needsRightToWork: true,
    dbsLevel: 'none',
  },
  support: { supports: [] },
  audience: { visibility: 'public', priority: 'none' },
}

const WHOLE: OpportunityDraft = Object.assign({}, ...Object.values(ANSWERS))

describe('the steps of a draft', () => {
  it('are all to do at the start, in the order of the list', () => {
    expect(sectionsToDo({})).toEqual([...OPPORTUNITY_SECTIONS])
  })

  it.each(OPPORTUNITY_SECTIONS)('%s is done with its answers and not with one missing', (section) => {
    const answers = ANSWERS[section]
    expect(isSectionDone(answers, section)).toBe(true)
    for (const field of Object.keys(answers) as (keyof OpportunityDraft)[]) {
      const { [field]: _left, ...rest } = answers
      expect([field, isSectionDone(rest, section)]).toEqual([field, false])
    }
  })

  it('count an answer that is empty, zero or no as given', () => {
    expect(isSectionDone({ criteria: [], qualificationLevel: 0 }, 'criteria')).toBe(true)
    expect(isSectionDone({ isRemote: false, placeOfWork: '' }, 'where')).toBe(true)
  })

  it.each(OPPORTUNITY_SECTIONS)('are not one content while %s is to do', (section) => {
    const missing = Object.keys(ANSWERS[section])[0] as keyof OpportunityDraft
    const { [missing]: _left, ...draft } = WHOLE
    expect(sectionsToDo(draft)).toEqual([section])
    expect(toContent(draft)).toBeUndefined()
  })

  it('become a content whose optional fields are empty', () => {
    expect(toContent(WHOLE)).toEqual({
      ...WHOLE,
      startsOn: null,
      endsOn: null,
      closesOn: null,
      travelHelp: '',
      town: '',
      district: null,
      cellEast: null,
      cellNorth: null,
      priorityUntil: null,
    })
  })

  it('keep the optional fields that were answered', () => {
    expect(toContent(CONTENT)).toEqual(CONTENT)
  })
})

describe('closingDay', () => {
  it('is the champion’s, or 90 days on', () => {
    expect(closingDay({ ...CONTENT, closesOn: '2026-12-18' }, '2026-11-22')).toBe('2026-12-18')
    expect(closingDay({ ...CONTENT, closesOn: null }, '2026-11-22')).toBe('2027-02-20')
    expect(closingDay({ ...CONTENT, closesOn: null }, '2027-12-01')).toBe('2028-02-29')
  })
})

describe('warningsFor', () => {
  const kindsOf = (draft: OpportunityDraft) => warningsFor(draft).map(({ kind }) => kind)
  const CALM: OpportunityDraft = { ...WHOLE, closesOn: '2026-12-18' }

  it('has nothing to say about a draft in order', () => {
    expect(warningsFor(CALM)).toEqual([])
  })

  it('asks for a closing day', () => {
    expect(kindsOf({ ...CALM, closesOn: null })).toEqual(['no-closing-date'])
    expect(kindsOf({})).toEqual(['no-closing-date'])
  })

  it('asks about a closing day after the first day, and about no other', () => {
    const startsOn = '2026-12-18'
    expect(kindsOf({ ...CALM, startsOn, closesOn: '2026-12-19' })).toEqual(['closes-after-start'])
    expect(kindsOf({ ...CALM, startsOn, closesOn: startsOn })).toEqual([])
    expect(kindsOf({ ...CALM, startsOn: null })).toEqual([])
  })

  it('shows long sentences and acronyms where young people read them', () => {
    const long = `${Array.from({ length: 26 }, () => 'word').join(' ')}.`
    for (const field of ['summary', 'description', 'whatYouWillDo'] as const) {
      expect(warningsFor({ ...CALM, [field]: long })).toEqual([{ kind: 'long-sentences', sentences: [long] }])
      expect(warningsFor({ ...CALM, [field]: 'Bring your CSCS card' })).toEqual([
        { kind: 'acronyms', words: ['CSCS'] },
      ])
    }
    expect(warningsFor({ ...CALM, title: 'CSCS course' })).toEqual([{ kind: 'acronyms', words: ['CSCS'] }])
  })

  const JOBS = new Set(['job', 'apprenticeship', 'guaranteed-interview'])

  it.each(OPPORTUNITY_KINDS)('knows unpaid work that looks like a job: %s', (kind) => {
    for (const pay of ['expenses', 'unpaid'] as const) {
      expect(kindsOf({ ...CALM, kind, pay })).toEqual(JOBS.has(kind) ? ['unpaid-work'] : [])
    }
    for (const pay of ['wage', 'free-to-you'] as const) expect(kindsOf({ ...CALM, kind, pay })).toEqual([])
  })

  it.each([
    ['2027-01-11', '2027-01-25', []],
    ['2027-01-11', '2027-01-26', ['unpaid-work']],
    ['2027-01-11', null, []],
    [null, '2027-06-30', []],
  ])('lets unpaid work experience from %s to %s last two weeks', (startsOn, endsOn, warnings) => {
    expect(kindsOf({ ...CALM, kind: 'work-experience', pay: 'expenses', startsOn, endsOn })).toEqual(warnings)
  })
})
