import type { Child } from 'hono/jsx'
import { classNames } from '../govuk/class-names'
import { Mark } from '../shared/icons'
import { Form } from './form'
import { type Audience, useFrame } from './frame'

/** Young people see no label: their screen may be seen by others. */
const WHOSE: Record<Audience, string | null> = {
  public: null,
  'care-leaver': null,
  champion: 'Champion',
  adviser: 'Personal adviser',
  team: '18+ team',
  manager: 'Manager',
  coordinator: 'Social Connections team',
}

/** The service's mark and name, whose page it is, the way out, and at most five links. */
export function Header({ isWide }: { isWide?: boolean | undefined }) {
  const { serviceName, homeHref, audience, links } = useFrame()
  const whose = WHOSE[audience]
  const width = classNames('govuk-width-container', isWide && 'wm-wide')
  return (
    <header class="govuk-template__header wm-header">
      <div class={classNames('wm-header__bar', width)}>
        <a class="wm-header__home" href={homeHref}>
          <Mark />
          <span class="wm-header__name">{serviceName}</span>
        </a>
        {whose ? <span class="wm-header__whose">{whose}</span> : null}
        <Account />
      </div>
      {links.length ? <Links class={width} /> : null}
    </header>
  )
}

function Account() {
  const { person, signInHref, signOutAction, accountHref } = useFrame()
  if (!person)
    return (
      <AccountArea>
        <a href={signInHref}>Sign in</a>
      </AccountArea>
    )
  return (
    <AccountArea>
      <a href={accountHref}>
        <bdi>{person.name}</bdi>
        <span class="govuk-visually-hidden">: your account</span>
      </a>
      <Form action={signOutAction} class="wm-header__sign-out">
        <button type="submit" class="wm-link-button">
          Sign out
        </button>
      </Form>
    </AccountArea>
  )
}

function AccountArea({ children }: { children: Child }) {
  return <div class="wm-header__account">{children}</div>
}

/** All links show, wrapped over as many lines as a phone needs: no menu to find, no JavaScript to wait for. */
function Links({ class: width }: { class: string }) {
  const { links } = useFrame()
  return (
    <nav class="wm-nav" aria-label="Main">
      <ul class={classNames('wm-nav__list', width)}>
        {links.map(({ href, text, isCurrent }) => (
          <li class="wm-nav__item">
            <a class="wm-nav__link" href={href} aria-current={isCurrent ? 'page' : undefined}>
              {text}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
