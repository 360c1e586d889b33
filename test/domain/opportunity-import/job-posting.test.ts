import { describe, expect, it } from 'vitest'
import { readPostings } from '../../../src/domain/opportunity-import/job-posting'

const TODAY = '2026-11-23'

function read(fields: Record<string, unknown>) {
  const answer = readPostings([{ title: 'Gardener', ...fields }], TODAY)
  if ('fault' in answer) throw new Error(answer.fault)
  const [row] = answer.rows
  if (!row) throw new Error('There is no row')
  return row
}

describe('a job posting', () => {
  it('leaves alone what it does not say', () => {
    expect(read({ hiringOrganization: { name: 'Somebody else' }, datePosted: '2026-01-01' })).toEqual({
      row: 1,
      from: 'posting',
      draft: { kind: 'job', title: 'Gardener' },
      placesToFind: [],
      faults: [],
      notes: [],
    })
  })

  it.each([
    ['FULL_TIME', 'Gardener', 'job'],
    [['PART_TIME', 'INTERN'], 'Gardener', 'work-experience'],
    ['VOLUNTEER', 'Gardener', 'volunteering'],
    ['FULL_TIME', 'Apprentice gardener', 'apprenticeship'],
    ['INTERN', 'Apprenticeship in gardening', 'apprenticeship'],
    [undefined, 'Gardener', 'job'],
  ])('employed %j as %s is taken for %s', (employmentType, title, kind) => {
    expect(read({ employmentType, title }).draft.kind).toBe(kind)
  })

  it.each([
    ['2026-12-03', '2026-12-03'],
    ['3/12/2026', '2026-12-03'],
    ['2026-12-03T23:59:00Z', '2026-12-03'],
    ['2027-07-03T23:30:00Z', '2027-07-04'],
    ['2027-07-03T23:30:00+0100', '2027-07-03'],
    ['2026-12-03T17:00', '2026-12-03'],
  ])('valid through %s closes on %s in London', (validThrough, closesOn) => {
    expect(read({ validThrough }).draft.closesOn).toBe(closesOn)
  })

  it.each([
    ['2026-11-22', 'has passed'],
    ['soon', '“soon” is not a date'],
    ['2026-13-40T00:00:00Z', 'is not a date'],
  ])('valid through %s leaves the closing date and says why', (validThrough, because) => {
    const { draft, notes, faults } = read({ validThrough })
    expect(draft.closesOn).toBeUndefined()
    expect(notes[0]?.message).toContain(because)
    expect(faults).toEqual([])
  })

  const money = (value: unknown, currency = 'GBP') => ({ '@type': 'MonetaryAmount', currency, value })
  it.each([
    [money({ value: 12.6, unitText: 'HOUR' }), 'wage', '£12.60 an hour'],
    [money({ minValue: 22000, maxValue: 24000, unitText: 'YEAR' }), 'wage', '£22,000 to £24,000 a year'],
    [money({ minValue: 500, unitText: 'MONTH' }, 'EUR'), 'wage', 'EUR 500 a month'],
    [money('400'), 'wage', '£400'],
    [23000, 'wage', '£23,000'],
    ['Competitive', undefined, 'Competitive'],
    [money({ value: 0 }), undefined, undefined],
    [null, undefined, undefined],
  ])('a salary of %j is %s, %s', (baseSalary, pay, payText) => {
    const { draft } = read({ baseSalary })
    expect([draft.pay, draft.payText]).toEqual([pay, payText])
  })

  it('keeps where it is as words, and the postcode and the town to look for', () => {
    const address = { streetAddress: '1 Forstal Road', addressLocality: 'Maidstone', postalCode: 'ME14 1XX' }
    const { draft, placesToFind } = read({ jobLocation: [{ '@type': 'Place', address }] })
    expect(draft.placeOfWork).toBe('1 Forstal Road, Maidstone, ME14 1XX')
    expect(placesToFind).toEqual(['ME14 1XX', 'Maidstone'])
    expect(draft.isRemote).toBeUndefined()
    expect(read({ jobLocation: 'Dover' }).placesToFind).toEqual(['Dover'])
  })

  it('from home has no place', () => {
    const { draft, placesToFind } = read({ jobLocationType: 'TELECOMMUTE', jobLocation: 'Dover' })
    expect(draft).toMatchObject({ isRemote: true, placeOfWork: '', district: null })
    expect(placesToFind).toEqual([])
  })

  it('takes what is asked for as a list', () => {
    const { draft } = read({
      qualifications: '<ul><li>GCSE English</li><li>Likes mud</li></ul>',
      experienceRequirements: { '@type': 'OccupationalExperienceRequirements', monthsOfExperience: 12 },
      educationRequirements: { credentialCategory: 'high school' },
      skills: ['Digging', 'Likes mud'],
    })
    expect(draft.criteria).toEqual([
      'GCSE English',
      'Likes mud',
      '12 months of experience',
      'high school',
      'Digging',
    ])
  })

  it('says what was left out because it is too long', () => {
    const { draft, notes } = read({
      title: 'Word '.repeat(30),
      description: `<p>${'Long '.repeat(1000)}</p>`,
      skills: Array.from({ length: 12 }, (_, index) => `Thing ${index}`),
    })
    expect(draft.title?.length).toBeLessThanOrEqual(80)
    expect(draft.title?.endsWith('Word')).toBe(true)
    expect(draft.description?.length).toBeLessThanOrEqual(3000)
    expect(draft.criteria).toHaveLength(10)
    expect(notes.map(({ column }) => column)).toEqual(['title', 'description', 'criteria'])
  })

  it('warns of what lets people go round the team', () => {
    const { notes } = read({ description: 'Ring 01622 123456', jobLocation: { address: 'ME14 1XX' } })
    expect(notes).toEqual([
      { column: 'description', message: expect.stringContaining('has a phone number') as string },
    ])
  })

  it('without a title is a fault', () => {
    expect(read({ title: '<p> </p>' }).faults).toEqual([{ column: 'title', message: 'is missing' }])
  })

  it.each([
    { title: { a: [[]] }, description: 7, jobLocation: 7, baseSalary: [[]], skills: { x: null } },
    {
      validThrough: {},
      jobStartDate: [],
      employmentType: [null, {}],
      totalJobOpenings: {},
      workHours: [[1]],
    },
    {
      baseSalary: { value: { value: { value: 1 } } },
      jobLocation: { address: [null] },
      qualifications: [null],
    },
  ])('of shapes that nobody expects breaks nothing: %j', (fields) => {
    expect(() => readPostings([fields], TODAY)).not.toThrow()
  })

  it('of more than fifty is too many', () => {
    const many = Array.from({ length: 51 }, () => ({ title: 'a' }))
    expect(readPostings(many, TODAY)).toEqual({ fault: expect.stringContaining('has 51') as string })
  })
})
