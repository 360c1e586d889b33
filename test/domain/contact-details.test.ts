import { describe, expect, it } from 'vitest'
import { findContactDetail } from '../../src/domain/contact-details'

describe('what would let somebody be found', () => {
  it.each([
    ['I live at ME14 1XX now', 'postcode'],
    ['near ct27nz', 'postcode'],
    ['write to robin@example.com', 'email'],
    ['ROBIN.SKY+x@Mail.Example.co.uk', 'email'],
    ['see https://example.org/me', 'link'],
    ['I am on www.example', 'link'],
    ['my page is robin-draws.co.uk', 'link'],
    ['ring 07700 900123', 'phone'],
    ['ring 07700-900-123 after four', 'phone'],
    ['+44 7700 900123', 'phone'],
    ['(01622) 900 123', 'phone'],
  ])('“%s” holds a %s', (text, detail) => {
    expect(findContactDetail(text)).toBe(detail)
  })

  it.each([
    'I like drawing and being outdoors.',
    'I can start on 11 January 2027, 9.30 to 15.00, for 12.60 an hour',
    'I have 5 GCSEs, and worked for 3 years at 2 cafes.',
    'Room B12, bus 101 at 8:15',
    'I passed in 2024.Then I looked for work.',
  ])('“%s” holds nothing of that kind', (text) => {
    expect(findContactDetail(text)).toBeUndefined()
  })

  it.each(['y', 'y.', '0', '1-', 'www.', 'a.a@', '+44'])(
    'is found, or not, at once in a form full of “%s”',
    (part) => {
      const text = part.repeat(Math.floor(65_000 / part.length))
      const before = performance.now()
      findContactDetail(text)
      expect(performance.now() - before).toBeLessThan(1_000)
    },
  )
})
