import type { Context } from 'hono'
import { type Actor, IDLE_MINUTES } from '../domain/account'
import { homeOf, paths } from '../paths'
import type { Audience, Frame } from '../../views/layout/frame'
import type { AppEnv } from './app-env'
import { takeNotice } from './notice'

type Link = { href: string; text: string }

const LINKS: Record<Audience, readonly Link[]> = {
  public: [{ href: paths.browse, text: 'Find an offer' }],
  'care-leaver': [
    { href: paths.my.home, text: 'Home' },
    { href: paths.browse, text: 'Find an offer' },
    { href: paths.my.requests, text: 'My requests' },
    { href: paths.my.answers, text: 'About me' },
    { href: paths.my.information, text: 'My information' },
  ],
  champion: [
    { href: paths.champion.home, text: 'Home' },
    { href: paths.champion.opportunities, text: 'Opportunities' },
    { href: paths.champion.pledges, text: 'Pledges' },
    { href: paths.browse, text: 'Published offers' },
  ],
  adviser: [
    { href: paths.adviser.home, text: 'Caseload' },
    { href: paths.browse, text: 'Published offers' },
  ],
  team: [
    { href: paths.team.home, text: 'Waiting' },
    { href: paths.team.opportunities, text: 'Opportunities' },
    { href: paths.team.people, text: 'People' },
    { href: paths.team.pledges, text: 'Pledges' },
    { href: paths.browse, text: 'Published offers' },
  ],
  manager: [
    { href: paths.team.home, text: 'Waiting' },
    { href: paths.team.opportunities, text: 'Opportunities' },
    { href: paths.team.people, text: 'People' },
    { href: paths.team.pledges, text: 'Pledges' },
    { href: paths.manage.home, text: 'Manage' },
  ],
  coordinator: [
    { href: paths.mentoring.home, text: 'Waiting' },
    { href: paths.mentoring.mentors, text: 'Mentors' },
    { href: paths.browse, text: 'Published offers' },
  ],
}

const AUDIENCE_OF: Record<Actor['role'], Audience> = {
  'care-leaver': 'care-leaver',
  champion: 'champion',
  partner: 'champion',
  adviser: 'adviser',
  broker: 'team',
  manager: 'manager',
  coordinator: 'coordinator',
}

/** What every page shows around its content, for whoever is looking. */
export function frameOf(c: Context<AppEnv>): Frame {
  const { deps, visitor } = c.var
  const audience = visitor ? AUDIENCE_OF[visitor.role] : 'public'
  const path = c.req.path
  const links = LINKS[audience]
  const current = links
    .filter(({ href }) => path === href || path.startsWith(`${href}/`))
    .sort((a, b) => b.href.length - a.href.length)[0]
  return {
    serviceName: deps.config.serviceName,
    audience,
    person: visitor && { name: visitor.name },
    links: links.map((link) => ({ ...link, isCurrent: link === current })),
    assets: deps.assets,
    newKey: deps.newId,
    idleMinutes: visitor && !visitor.isOwnDevice ? IDLE_MINUTES : null,
    notice: takeNotice(c),
    isDevelopment: deps.config.appEnv === 'development',
    signInHref: paths.signIn,
    signOutAction: paths.signOut,
    accountHref: paths.account,
    homeHref: visitor ? homeOf[visitor.role] : paths.home,
    footerLinks: [
      { href: paths.help, text: 'Get help now' },
      { href: paths.localOffer, text: 'The Local Offer' },
      { href: paths.privacy, text: 'Privacy' },
      { href: paths.accessibility, text: 'Accessibility' },
      { href: paths.cookies, text: 'Cookies' },
      { href: paths.api.home, text: 'Use our offers elsewhere' },
    ],
  }
}
