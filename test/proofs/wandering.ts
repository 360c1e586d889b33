import { byKey } from '../../db/seed/canary/scene'
import type { Known } from './actors'
import type { Asked } from './ask'
import { FORGERY } from './logs'
import { formHeaders } from './visitor'

/** What somebody types who looks for what they may not find. */
export function searchesOf(map: Known): string[] {
  const titles = ['published', 'only', 'paused', 'draft', 'submitted'].map(
    (key) => byKey(map.offers, key).title,
  )
  const names = map.people.map(({ preferredName }) => preferredName)
  const shortlist = `/team/opportunities/${byKey(map.offers, 'published').id}/shortlist`
  return [
    '/opportunities',
    ...titles.map((title) => `/opportunities?words=${title}`),
    ...titles.flatMap((title) => [
      `/team/opportunities?words=${title}`,
      `/team/opportunities?words=${title}&state=paused`,
    ]),
    ...names.flatMap((name) => [`/team/people?who=${name}`, `${shortlist}?who=${name}`]),
    ...titles.map((title) => `/adviser/people/${byKey(map.people, 'first').id}/interests?words=${title}`),
    '/team?turn=champion&page=2',
    '/team/people?page=2&district=E07000114',
  ]
}

/** Requests that are refused before anybody looks at what they want, and ones that try to write a line of the log. */
export function oddRequests(origin: string): Asked[] {
  const post = { method: 'POST', path: '/sign-in', headers: formHeaders(origin) }
  return [
    { path: '/nothing-like-it' },
    { path: '/assets/nothing-like-it.css' },
    { path: '/%ff%fe' },
    { path: `/${FORGERY}%0d%0a{"level":"error","event":"${FORGERY}"}` },
    {
      path: '/opportunities',
      headers: { 'user-agent': FORGERY, referer: `http://${FORGERY}/`, 'x-request-id': FORGERY },
    },
    { path: `/opportunities?words=${FORGERY}%0a${FORGERY}` },
    { method: 'HEAD', path: '/' },
    { method: 'PUT', path: '/my' },
    { method: 'OPTIONS', path: '/champion' },
    { ...post, body: `key=${'0'.repeat(32)}&email=${FORGERY}` },
    { ...post, body: 'email=without-a-key' },
    { ...post, body: `key=${'0'.repeat(32)}&email=${'x'.repeat(70_000)}` },
    { ...post, headers: { origin, 'content-type': 'text/plain' }, body: 'hello' },
    { ...post, headers: { 'content-type': 'application/x-www-form-urlencoded' }, body: 'key=x' },
    { ...post, headers: { origin, 'content-type': 'multipart/form-data; boundary=x' }, body: 'not at all' },
  ]
}
