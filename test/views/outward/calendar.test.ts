import { describe, expect, it } from 'vitest'
import { calendarOf } from '../../../views/outward/calendar'
import { anOfferView } from '../../support/offer-view'

const ORIGIN = 'https://waymark.example'

const linesOf = (values: Parameters<typeof anOfferView>[0]) =>
  calendarOf(anOfferView({ startsOn: '2027-01-11', endsOn: null, ...values }), 'Waymark', ORIGIN)
    .replaceAll('\r\n ', '')
    .split('\r\n')

const line = (values: Parameters<typeof anOfferView>[0], name: string) =>
  linesOf(values).find((one) => one.startsWith(name))

describe('the day of an offer in a calendar', () => {
  it('is an event of a whole day, private, from the service by its neutral name', () => {
    const lines = linesOf({
      title: 'A day at the depot; with lunch, free',
      hours: '10am to 3pm',
      placeOfWork: 'Depot',
    })
    expect(lines.filter((one) => !one.startsWith('X-MICROSOFT'))).toEqual([
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      'PRODID:-//Waymark//Calendar//EN',
      'BEGIN:VEVENT',
      'UID:01234567-89ab-cdef-0123-456789abcdef',
      'SEQUENCE:0',
      'DTSTAMP:20260701T233000Z',
      'DTSTART;VALUE=DATE:20270111',
      'DTEND;VALUE=DATE:20270112',
      'SUMMARY:A day at the depot\\; with lunch\\, free',
      'TRANSP:TRANSPARENT',
      'LOCATION:Depot',
      `DESCRIPTION:10am to 3pm\\nMore: ${ORIGIN}/opportunities/0123456789abcdef0123456789abcdef`,
      `URL;VALUE=URI:${ORIGIN}/opportunities/0123456789abcdef0123456789abcdef`,
      'CLASS:PRIVATE',
      'END:VEVENT',
      'END:VCALENDAR',
    ])
  })

  it.each([
    ['2027-01-11', '20270112'],
    ['2027-01-13', '20270114'],
    ['2027-01-17', '20270118'],
    // Six months of work are not six months in a calendar.
    ['2027-07-11', '20270112'],
    [null, '20270112'],
    ['2027-01-01', '20270112'],
  ])('that ends on %s ends before %s', (endsOn, before) => {
    expect(line({ endsOn }, 'DTEND')).toBe(`DTEND;VALUE=DATE:${before}`)
  })

  it('is the same day when the clocks are forward', () => {
    expect(line({ startsOn: '2027-07-11' }, 'DTSTART')).toBe('DTSTART;VALUE=DATE:20270711')
  })

  it.each([
    'Day for care leavers',
    'Leaving care? Come along',
    'Looked-after children’s choir',
    'Meet the 18+ team',
  ])('does not say “%s” over a shoulder, only what kind of thing it is', (words) => {
    const lines = linesOf({ kind: 'insight-day', title: words, placeOfWork: words, hours: words }).join('\n')
    expect(lines).toContain('SUMMARY:Insight day')
    expect(lines).not.toMatch(/care\b|leav|18\+/i)
  })

  it('never says the title of what is for care leavers only', () => {
    const values = { kind: 'event', visibility: 'care-leavers-only', title: 'Picnic' } as const
    expect(line(values, 'SUMMARY')).toBe('SUMMARY:Event')
  })
})
