import type { Child } from 'hono/jsx'
import type { Settings } from '../../db/queries/settings'
import { paths } from '../../src/paths'
import { InsetText, SummaryList, Table } from '../govuk'
import { useFrame } from '../layout/frame'
import { Page } from '../layout/page'

function TextPage({ title, children }: { title: string; children: Child }) {
  return (
    <Page title={title}>
      <h1 class="govuk-heading-l">{title}</h1>
      {children}
    </Page>
  )
}

export function HelpPage({ settings }: { settings: Settings }) {
  const { serviceName } = useFrame()
  const contact = [
    { key: 'Phone', value: settings['team-phone'] },
    { key: 'Email', value: settings['team-email'] },
    { key: 'Open', value: settings['team-hours'] },
  ].filter(({ value }) => value !== '')
  return (
    <TextPage title="Get help now">
      <InsetText>
        If you or someone else is in danger now, ring 999. You can text 999 if you have registered for it.
      </InsetText>
      <h2 class="govuk-heading-m">{settings['team-name']}</h2>
      <SummaryList rows={contact} />
      <h2 class="govuk-heading-m">If you need to talk to someone</h2>
      <ul class="govuk-list govuk-list--bullet">
        <li>NHS urgent mental health help: ring 111 and choose the mental health option. Any time.</li>
        <li>Samaritans: ring 116 123. Free, any time.</li>
        <li>Shout: text 85258. Free, any time.</li>
      </ul>
      <h2 class="govuk-heading-m">If you need to leave a page quickly</h2>
      <p>
        When you are signed in, press “Exit this page”, or press the Shift key 3 times. You go to a weather
        page and are signed out, so that nobody can go back to what you looked at.
      </p>
      <p>{serviceName} is not watched all day. Do not use a message here for something urgent.</p>
    </TextPage>
  )
}

export function PrivacyPage() {
  return (
    <TextPage title="Privacy">
      <p>This page says what we keep, why, who sees it, and how you stay in control.</p>
      <h2 class="govuk-heading-m">Who is responsible</h2>
      <p>
        Kent County Council. The 18+ team uses this service to match young adults to offers. It is not your
        case record: that is kept elsewhere.
      </p>
      <h2 class="govuk-heading-m">What we keep</h2>
      <ul class="govuk-list govuk-list--bullet">
        <li>
          The name you like to be called, your date of birth and your district. We never keep an address or a
          postcode.
        </li>
        <li>What you tell us you like, want, and need. All of it is your choice.</li>
        <li>What you asked about, what you were offered, and what you said.</li>
        <li>
          Searches you save. On a phone that is only yours, also the last five things you looked for: nobody
          else sees those, and they go when you sign out.
        </li>
        <li>What your adviser has checked, such as a qualification. Those facts stay with your adviser.</li>
      </ul>
      <h2 class="govuk-heading-m">Who sees it</h2>
      <ul class="govuk-list govuk-list--bullet">
        <li>You, always. You can see who has looked, and download all of it.</li>
        <li>Your adviser, if you have one, and the 18+ team for matching.</li>
        <li>
          The people who make an offer see nothing about you until you say yes to that offer. Then they see
          only what you ticked and read first.
        </li>
        <li>People and places you do not want told are never told.</li>
      </ul>
      <h2 class="govuk-heading-m">Who decides</h2>
      <p>
        A computer sorts and explains. A named person on the 18+ team decides what to offer you, and writes
        down why. You decide whether to say yes.
      </p>
      <h2 class="govuk-heading-m">How long</h2>
      <p>
        An interest that came to nothing: 6 months. An offer you took part in: 2 years after it ended.
        Messages: 12 months after it ended. The list of what was done, with no names in it: 7 years.
      </p>
      <h2 class="govuk-heading-m">Your rights</h2>
      <p>
        You can see, correct, download and close your record, and say no to being suggested, in “My
        information”. You can also complain to the Information Commissioner’s Office (ico.org.uk).
      </p>
    </TextPage>
  )
}

export function AccessibilityPage() {
  return (
    <TextPage title="Accessibility statement">
      <p>We want as many people as possible to be able to use this service. You should be able to:</p>
      <ul class="govuk-list govuk-list--bullet">
        <li>zoom in up to 400% without the page scrolling sideways</li>
        <li>use all of it with only a keyboard</li>
        <li>use all of it with a screen reader</li>
        <li>use all of it with JavaScript turned off</li>
      </ul>
      <h2 class="govuk-heading-m">How accessible it is</h2>
      <p>
        It is made to meet the Web Content Accessibility Guidelines version 2.2, level AA. Automated checks
        run on its pages with every change. It has not been audited by an independent body yet.
      </p>
      <h2 class="govuk-heading-m">Tell us</h2>
      <p>
        If something does not work for you, or you need it in another way,{' '}
        <a href={paths.help}>contact the team</a>. If you are not happy with our answer, contact the Equality
        Advisory and Support Service.
      </p>
    </TextPage>
  )
}

export function CookiesPage() {
  return (
    <TextPage title="Cookies">
      <p>We use only the cookies the service cannot work without. None of them follows you anywhere else.</p>
      <Table
        label="Cookies this service sets"
        head={[{ text: 'Name' }, { text: 'What it does' }, { text: 'How long' }]}
        rows={[
          ['__Host-sid', 'Keeps you signed in', 'Until you close the browser, or 7 days on your own phone'],
          [
            '__Host-asking',
            'Remembers that this browser asked for a code',
            'Until you sign in or close the browser',
          ],
          [
            '__Host-where',
            'Remembers roughly where you are, if you told us: an area, or a square of 1 km',
            'Until you sign out or close the browser',
          ],
          ['__Host-notice', 'Shows a message once, such as “Saved”', '1 minute'],
        ]}
      />
    </TextPage>
  )
}
