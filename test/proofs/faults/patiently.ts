import { randomId } from '../../../src/auth/secrets'
import { encodeForm } from '../../support/browser'
import type { County } from '../county'
import { DEEDS, type MadeDeed } from '../deeds'
import type { DeedKind } from '../deeds/deed'
import type { Place, Visitor } from '../visitor'

export type Reply = { status: number; retryAfter: string | null; milliseconds: number }

/** A form of somebody's, ready to be sent; unlike a visitor it waits as long as a browser would. */
export type ReadyForm = { deed: MadeDeed; key: string; send(): Promise<Reply> }

/** Forms of as many different kinds as there are, for people who have signed in. */
export async function readyForms(county: County, place: Place, count: number): Promise<ReadyForm[]> {
  const forms: ReadyForm[] = []
  for (let index = 0; index < count; index += 1) {
    const { route, make } = DEEDS[index % DEEDS.length] as DeedKind
    const deed = { route, ...(await make(county)) }
    const visitor = await county.signedIn(deed.by, place)
    const key = randomId()
    forms.push({ deed, key, send: () => patientPost(place, visitor, deed, key) })
  }
  return forms
}

async function patientPost(place: Place, visitor: Visitor, deed: MadeDeed, key: string): Promise<Reply> {
  const startedAt = performance.now()
  const answer = await fetch(`${place.url}${deed.path}`, {
    method: 'POST',
    redirect: 'manual',
    headers: {
      origin: place.url,
      cookie: `__Host-sid=${visitor.cookies.get('__Host-sid') ?? ''}`,
      'content-type': 'application/x-www-form-urlencoded',
    },
    body: encodeForm(key, deed.fields),
  })
  await answer.arrayBuffer()
  const { status, headers } = answer
  return { status, retryAfter: headers.get('retry-after'), milliseconds: performance.now() - startedAt }
}

/** 503 with when to try again, and nothing else that could be taken for a yes. */
export const isUnavailable = ({ status, retryAfter }: Reply) => status === 503 && retryAfter !== null
