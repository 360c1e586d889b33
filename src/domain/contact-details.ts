/** What would let somebody be found outside the service. */
export type ContactDetail = 'postcode' | 'email' | 'link' | 'phone'

// Each begins with one character of what comes before: to look for all of it from every place takes minutes of a long
// text.
const PATTERNS: readonly (readonly [ContactDetail, RegExp])[] = [
  ['email', /[^\s@]@[^\s@]+\.[a-z]{2,}/i],
  ['link', /\bhttps?:\/\/|\bwww\.|[a-z0-9-]\.(?:com|co\.uk|org|net|uk)\b/i],
  ['postcode', /\b[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}\b/i],
  // Ten or more digits with the marks people put between them: a British number with its 0 or +44 has that many.
  ['phone', /(?:\+|\b)\d(?:[\s().-]{0,2}\d){9,}\b/],
]

/** The first postcode, mail address, link or telephone number in a text, by what it is. */
export function findContactDetail(text: string): ContactDetail | undefined {
  return PATTERNS.find(([, pattern]) => pattern.test(text))?.[0]
}
