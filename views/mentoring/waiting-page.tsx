import type { Child } from 'hono/jsx'
import type { WaitingRequest } from '../../db/queries/mentor-requests'
import type { Day } from '../../src/domain/dates'
import { type Mentor, nextStep, shownStage } from '../../src/domain/mentor'
import { isMeeting } from '../../src/domain/mentor-request'
import { paths } from '../../src/paths'
import { Page } from '../layout/page'
import { Queue, type QueueItem } from '../shared/queue'
import { dayText, waitingText } from '../words/times'
import { MENTOR_KIND, MENTOR_STAGE, stepText } from './words'

export type WaitingPageProps = {
  steps: readonly Mentor[]
  renewals: readonly Mentor[]
  requests: readonly WaitingRequest[]
  today: Day
}

/** What waits for the coordinators, the longest first. */
export function WaitingPage({ steps, renewals, requests, today }: WaitingPageProps) {
  const meeting = requests.filter(isMeeting)
  return (
    <Page title="Waiting" isWide>
      <div class="wm-dense">
        <h1 class="govuk-heading-l">Waiting</h1>
        <Section
          title="Young people who asked for somebody"
          empty={<p>Nobody waits for a mentor or befriender.</p>}
          items={requests.filter((request) => !isMeeting(request)).map((one) => toRequestItem(one, today))}
        />
        <Section
          title="Next steps of mentors and befrienders"
          empty={
            <p>
              No step waits. <a href={paths.mentoring.newMentor}>Add somebody who wants to help</a>
            </p>
          }
          items={steps.map((mentor) => toStepItem(mentor, today))}
        />
        <Section
          title="DBS checks to renew"
          empty={<p>No check has to be renewed in the next 60 days.</p>}
          items={renewals.map(toRenewalItem)}
        />
        {meeting.length > 0 ? (
          <Section
            title="Young people who meet somebody"
            empty={null}
            items={meeting.map((one) => toRequestItem(one, today))}
          />
        ) : null}
      </div>
    </Page>
  )
}

function Section({ title, items, empty }: { title: string; items: readonly QueueItem[]; empty: Child }) {
  return (
    <>
      <h2 class="govuk-heading-m">{title}</h2>
      <Queue items={items} empty={empty} />
    </>
  )
}

const toRequestItem = (request: WaitingRequest, today: Day): QueueItem => ({
  href: paths.mentoring.request(request.id),
  what: `${MENTOR_KIND[request.kind]}: ${turnOf(request)}`,
  who: request.preferredName,
  waiting: isMeeting(request)
    ? `asked ${agoText(request.createdAt, today)}`
    : waitingText(request.createdAt, today),
  isLate: false,
  action: request.state === 'open' ? 'Offer' : 'Open',
})

const agoText = (since: string, today: Day) => {
  const waited = waitingText(since, today)
  return waited === 'since today' ? 'today' : `${waited} ago`
}

function turnOf({ state, isInterrupted }: WaitingRequest): string {
  if (isInterrupted) return 'who they meet cannot go on for now'
  if (state === 'open') return 'offer a choice'
  return state === 'offered' ? 'a choice is theirs to answer' : 'they have somebody'
}

const toStepItem = (mentor: Mentor, today: Day): QueueItem => ({
  href: paths.mentoring.mentor(mentor.id),
  what: nextWords(mentor),
  who: nameOf(mentor),
  waiting: `${MENTOR_STAGE[shownStage(mentor)]}, ${waitingText(mentor.stageSince, today)}`,
  isLate: false,
  action: 'Record',
})

function nextWords(mentor: Mentor): string {
  const step = nextStep(mentor)
  return step ? stepText(step, mentor) : ''
}

const toRenewalItem = (mentor: Mentor): QueueItem => ({
  href: paths.mentoring.mentor(mentor.id),
  what: mentor.dbsRenewOn ? `Renew by ${dayText(mentor.dbsRenewOn)}` : '',
  who: nameOf(mentor),
  waiting: MENTOR_STAGE[shownStage(mentor)],
  isLate: false,
  action: 'Renew',
})

const nameOf = ({ firstName, familyName, kind }: Mentor) =>
  `${firstName} ${familyName}, ${MENTOR_KIND[kind].toLowerCase()}`
