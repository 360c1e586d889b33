import type { DemoPerson } from '../../db/queries/demo'
import { paths } from '../../src/paths'
import { InsetText } from '../govuk'
import { Form } from '../layout/form'
import { Page } from '../layout/page'
import { ROLE } from '../words/labels'
import { countText } from '../words/times'

const WALK = [
  'Sign in as the champion. Post an opportunity through the task list, look at the preview, and send it to the 18+ team.',
  'Sign in as the broker. The review is in the queue under “Waiting”. Publish it.',
  'Open its shortlist. Look at why people fit and what needs a check. Propose it to one of the young people below.',
  'Sign in as that young person. There is an offer on their home page. Say yes, choose what to share, and look at the preview.',
  'Sign in as the champion again. The introduction is there, with exactly what was shared. Write a message, then record the start.',
  'Sign in as the young person and stop sharing. The champion’s page knows nothing from that moment.',
]

export function DemoPage({ people }: { people: readonly (DemoPerson & { waiting: number })[] }) {
  return (
    <Page title="Demonstration">
      <h1 class="govuk-heading-l">Who would you like to be?</h1>
      <InsetText>
        Everyone here is made up. Each button signs you in the way people do: a code is mailed, and this page
        reads it for you. You can <a href={paths.demoMail}>look at the mail</a>.
      </InsetText>
      <ul class="wm-demo">
        {people.map((person) => (
          <li class="wm-box">
            <h2 class="govuk-heading-s">
              {person.name}, {roleText(person.role)}: {waitingCount(person.waiting)}
            </h2>
            <p>{person.line}</p>
            <Form action={paths.demoSignIn}>
              <input type="hidden" name="email" value={person.email} />
              <button class="govuk-button govuk-button--secondary" type="submit">
                Sign in as {person.name}
              </button>
            </Form>
          </li>
        ))}
      </ul>
      <h2 class="govuk-heading-m">A ten-minute walk</h2>
      <ol class="govuk-list govuk-list--number govuk-list--spaced">
        {WALK.map((step) => (
          <li>{step}</li>
        ))}
      </ol>
    </Page>
  )
}

/** As part of a sentence: "broker, 18+ team". */
const roleText = (role: DemoPerson['role']) => ROLE[role].charAt(0).toLowerCase() + ROLE[role].slice(1)

const waitingCount = (count: number) =>
  count === 0 ? 'nothing waiting' : `${countText(count, 'thing', 'things')} waiting`
