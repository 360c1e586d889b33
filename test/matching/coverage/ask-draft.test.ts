import { describe, expect, it } from 'vitest'
import { ASK_DISTRICTS, ASK_WORDS_MAX, type AskedFor } from '../../../src/domain/champion-ask'
import { findContactDetail } from '../../../src/domain/contact-details'
import { OPPORTUNITY_KINDS } from '../../../src/domain/opportunity'
import { findAcronyms, findLongSentences } from '../../../src/domain/plain-language'
import { COVENANT_OUTCOMES } from '../../../src/domain/taxonomy'
import { draftAsk } from '../../../src/matching/coverage/ask-draft'

const DRAFTS = [...ASK_DISTRICTS, null].flatMap((district) =>
  [
    ...OPPORTUNITY_KINDS.map((kind): AskedFor => ({ kind, outcome: null, district })),
    ...COVENANT_OUTCOMES.map((outcome): AskedFor => ({ kind: null, outcome, district })),
  ].flatMap((asked) =>
    [true, false].map((hasPosted) => draftAsk(asked, { hasPosted, word: hasPosted ? 'barista' : '' })),
  ),
)

describe('a drafted ask', () => {
  it('is short, in plain words, and passes what edited words have to pass', () => {
    expect(DRAFTS).toHaveLength(13 * 19 * 2)
    for (const draft of DRAFTS) {
      expect(draft.length, draft).toBeLessThanOrEqual(ASK_WORDS_MAX)
      expect(findContactDetail(draft), draft).toBeUndefined()
      expect(findLongSentences(draft), draft).toEqual([])
      expect(findAcronyms(draft), draft).toEqual([])
    }
  })

  it('names no number but the ages an offer is best for', () => {
    for (const draft of DRAFTS) {
      const numbers = new Set(draft.match(/\d+/g))
      numbers.delete('18')
      numbers.delete('25')
      expect([...numbers], draft).toEqual([])
    }
  })

  it('says what is wanted where, what a good one is, and thanks whoever has posted it before', () => {
    const asked = { kind: 'work-experience', outcome: null, district: 'E07000113' } as const
    const draft = draftAsk(asked, { hasPosted: false, word: '' })
    expect(draft).toMatch(/^We would like more work experience in Swale\./)
    expect(draft).toContain('A good one is a week or two with a team')
    expect(draft).toContain('for ages 18 to 25 and asks for no qualifications. It helps to offer a meeting')
    expect(draftAsk(asked, { hasPosted: true, word: '' })).toMatch(
      /^You have posted this before, thank you\. /,
    )
    expect(draftAsk(asked, { hasPosted: false, word: 'barista' })).toContain(
      'Young people look for “barista” and find nothing.',
    )
  })

  it('names kinds of the table of goals for an outcome', () => {
    const asked = { kind: null, outcome: 'finance', district: null } as const
    const draft = draftAsk(asked, { hasPosted: false, word: '' })
    expect(draft).toContain('more offers in Kent that help with money')
    expect(draft).toContain('It can be training, discounts and free places, help with money, and advice')
  })

  it('asks for offers of help, not for help', () => {
    const asked = { kind: 'money-help', outcome: null, district: 'E07000106' } as const
    expect(draftAsk(asked, { hasPosted: false, word: '' })).toContain(
      'We would like more offers of help with money in Canterbury.',
    )
  })
})
