import type { Settings } from '../../db/queries/settings'
import type { OpportunityWork } from '../../db/queries/opportunities'
import { paths } from '../../src/paths'
import { Panel } from '../govuk'
import { Page } from '../layout/page'
import { Story } from '../shared/story'
import { momentText, weekdayText } from '../words/times'
import { reviewDay, titleOf } from './words'

export type SubmittedPageProps = { work: OpportunityWork; submittedAt: string; settings: Settings }

/** It is sent: what happens next, and when. */
export function SubmittedPage({ work, submittedAt, settings }: SubmittedPageProps) {
  return (
    <Page title="Sent to the 18+ team">
      <Panel title="Sent to the 18+ team">{titleOf(work)}</Panel>
      <h2 class="govuk-heading-m">What happens next</h2>
      <Story
        steps={[
          { text: 'You sent it.', when: momentText(submittedAt), state: 'done' },
          {
            text: 'The 18+ team looks at it.',
            when: `By ${weekdayText(reviewDay(submittedAt))}`,
            state: 'now',
          },
          { text: 'They publish it, or ask you for changes. We send you an email.', state: 'next' },
          {
            text: 'Once it is published, young people can find it. The 18+ team matches people to it. You meet somebody here when they have said yes.',
            state: 'next',
          },
        ]}
      />
      <p>
        Questions? Ask the 18+ team{settings['team-phone'] ? ` on ${settings['team-phone']}` : ''}
        {settings['team-email'] ? `, or write to ${settings['team-email']}` : ''}.
      </p>
      <p>
        <a href={paths.champion.opportunity(work.id)}>See where it stands</a>
      </p>
      <p>
        <a href={paths.champion.home}>Go to your home page</a>
      </p>
    </Page>
  )
}
