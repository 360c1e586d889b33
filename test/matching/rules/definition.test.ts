import { describe, expect, it } from 'vitest'
import { STATUTORY_CATEGORIES } from '../../../src/domain/taxonomy'
import { definition } from '../../../src/matching/rules/definition'
import { aCandidate, anOpening, context } from '../../support/matching'

describe('the definition of care leaver', () => {
  it.each(['any-care-experience', 'statutory-care-leaver'] as const)(
    '%s means all four categories',
    (meant) => {
      for (const statutoryCategory of STATUTORY_CATEGORIES) {
        const verdict = definition.check(
          aCandidate({ statutoryCategory }),
          anOpening({ definition: meant }),
          context,
        )
        expect(verdict.answer).toBe('eligible')
      }
    },
  )

  it.each([
    ['former-relevant', 'eligible'],
    ['relevant', 'not-eligible'],
    ['eligible', 'not-eligible'],
    ['qualifying', 'not-eligible'],
  ] as const)('former-relevant and %s: %s', (statutoryCategory, answer) => {
    const opening = anOpening({ definition: 'former-relevant' })
    expect(definition.check(aCandidate({ statutoryCategory }), opening, context).answer).toBe(answer)
  })

  it('speaks kindly to a qualifying care leaver and names no category to a broker', () => {
    const opening = anOpening({ definition: 'former-relevant' })
    const verdict = definition.check(aCandidate({ statutoryCategory: 'qualifying' }), opening, context)
    expect(definition.explain(verdict, 'young-person')).toContain('We have other offers for you.')
    expect(definition.explain(verdict, 'broker')).not.toMatch(/qualifying|relevant/)
  })
})
