import { describe, expect, it } from 'vitest'
import { encodeForm } from '../support/browser'
import { testDatabase } from '../support/database'
import { givenYoungPerson } from '../support/givens'
import { createWorld, TEST_ORIGIN } from '../support/world'
import { randomId } from '../../src/auth/secrets'
import { OPPORTUNITY_KINDS } from '../../src/domain/opportunity'

/** A form that cannot be done now, sent from a page of that address. */
async function refusedFrom(referer?: string) {
  const { send } = await givenYoungPerson(createWorld(testDatabase()))
  const answer = await send('/my/unmet-needs', {
    method: 'POST',
    // Nearly everything there is, which is no need of its own.
    body: encodeForm(randomId(), { kind: OPPORTUNITY_KINDS }),
    headers: {
      origin: TEST_ORIGIN,
      'content-type': 'application/x-www-form-urlencoded',
      ...(referer ? { referer } : {}),
    },
  })
  expect(answer.status).toBe(409)
  return answer.text()
}

const AGAIN = 'Open the page again'

describe('the page that says that something was too big', () => {
  it('is still the page of whoever sent it, with the way out of sight', async () => {
    const { send } = await givenYoungPerson(createWorld(testDatabase()))
    const answer = await send('/my/answers/likes', {
      method: 'POST',
      body: encodeForm(randomId(), { words: 'x'.repeat(80_000) }),
      headers: { origin: TEST_ORIGIN, 'content-type': 'application/x-www-form-urlencoded' },
    })
    const html = await answer.text()
    expect([answer.status, html.includes('Exit this page'), html.includes('Sign out')]).toEqual([
      413,
      true,
      true,
    ])
  })
})

describe('the page that says what cannot be done now', () => {
  it('leads back to where the form was sent from', async () => {
    const page = await refusedFrom(`${TEST_ORIGIN}/opportunities?words=otters`)
    expect(page).toContain('This cannot be done now')
    expect(page).toContain('href="/opportunities?words=otters"')
    expect(page).toContain(AGAIN)
  })

  it.each([undefined, 'nonsense', 'https://other.example/opportunities', `${TEST_ORIGIN}//other.example`])(
    'leads nowhere else: %s',
    async (referer) => {
      const page = await refusedFrom(referer)
      expect(page).not.toContain(AGAIN)
      expect(page).not.toContain('other.example')
    },
  )
})
