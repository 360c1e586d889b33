import { describe, expect, it } from 'vitest'
import { jobPosting, JobPosting } from '../../../views/public/job-posting'
import { anOfferView } from '../../support/offer-view'

const ORIGIN = 'https://waymark.example'
const posted = (values: Parameters<typeof anOfferView>[0] = {}) => jobPosting(anOfferView(values), ORIGIN)

describe('a job for search engines', () => {
  it('has what is asked of every job', () => {
    expect(posted({ title: 'Kitchen assistant', town: 'Deal', isRemote: false })).toMatchObject({
      '@context': 'https://schema.org',
      '@type': 'JobPosting',
      title: 'Kitchen assistant',
      description: expect.stringMatching(/^<p>.*<\/p>$/),
      hiringOrganization: { '@type': 'Organization', name: 'Highways' },
      jobLocation: {
        '@type': 'Place',
        address: { addressLocality: 'Deal', addressRegion: 'Kent', addressCountry: 'GB' },
      },
      directApply: false,
    })
  })

  it('gives days as they are in London: published at half past midnight there, open to the end of the last day', () => {
    expect(posted({ publishedAt: '2026-07-01T23:30:00.000Z', closesOn: '2026-07-31' })).toMatchObject({
      datePosted: '2026-07-02',
      validThrough: '2026-07-31T23:59:59+01:00',
    })
    expect(posted({ closesOn: '2026-12-31' })).toMatchObject({ validThrough: '2026-12-31T23:59:59+00:00' })
    // The clocks go forward and back at one in the morning.
    expect(posted({ closesOn: '2027-03-27' })).toMatchObject({ validThrough: '2027-03-27T23:59:59+00:00' })
    expect(posted({ closesOn: '2027-03-28' })).toMatchObject({ validThrough: '2027-03-28T23:59:59+01:00' })
    expect(posted({ closesOn: '2026-10-25' })).toMatchObject({ validThrough: '2026-10-25T23:59:59+00:00' })
  })

  it('says where applicants may be when the work is from home', () => {
    const remote = posted({ isRemote: true })
    expect(remote).toMatchObject({
      jobLocationType: 'TELECOMMUTE',
      applicantLocationRequirements: { '@type': 'Country', name: 'United Kingdom' },
    })
    expect(remote).not.toHaveProperty('jobLocation')
  })

  it.each([
    ['37 hours a week, 6am to 1.30pm', 'FULL_TIME'],
    ['37.5 hours a week', 'FULL_TIME'],
    ['18 hours a week', 'PART_TIME'],
    ['20 to 25 hours a week, school hours if you want them', 'PART_TIME'],
    ['To be agreed', 'OTHER'],
    ['', 'OTHER'],
  ])('reads “%s” as %s', (hours, type) => {
    expect(posted({ hours }).employmentType).toBe(type)
  })

  it.each([
    ['£12.71 an hour', 12.71, 'HOUR'],
    ['£24,500 a year, with a pension', 24_500, 'YEAR'],
  ])('knows that “%s” is a wage', (payText, value, unitText) => {
    expect(posted({ pay: 'wage', payText })).toMatchObject({
      baseSalary: { '@type': 'MonetaryAmount', currency: 'GBP', value: { value, unitText } },
    })
  })

  it.each([
    ['wage', 'Paid'],
    ['wage', '£9.60 an hour in the first year, then £12.71 an hour if you are 21 or over'],
    ['expenses', '£10 a day for lunch'],
  ] as const)('guesses no wage from %s, “%s”', (pay, payText) => {
    expect(posted({ pay, payText })).not.toHaveProperty('baseSalary')
  })

  it('lets nothing that was typed be read as markup, twice over', () => {
    const hostile = '</script><img src=x onerror=alert(1)>'
    expect(posted({ summary: hostile }).description).toContain('<p>&lt;/script&gt;&lt;img')
    const html = String(
      <JobPosting offer={anOfferView({ title: hostile, summary: hostile })} baseUrl={ORIGIN} />,
    )
    expect(html.match(/<\/?[a-z]/g)).toEqual(['<s', '</s'])
  })
})
