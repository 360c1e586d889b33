import type { WaitingRequest } from '../../db/queries/mentor-requests'
import type { Day } from '../../src/domain/dates'
import { type Mentor, nextStep } from '../../src/domain/mentor'
import { paths } from '../../src/paths'
import { Table, Tag } from '../govuk'
import { Page } from '../layout/page'
import { dayText, waitingText } from '../words/times'
import { MENTOR_KIND, MENTOR_STAGE, STEP } from './words'

export type WaitingPageProps = {
  steps: readonly Mentor[]
  renewals: readonly Mentor[]
  requests: readonly WaitingRequest[]
  today: Day
}

/** What waits for the coordinators, the longest first. */
export function WaitingPage({ steps, renewals, requests, today }: WaitingPageProps) {
  return (
    <Page title="Waiting" isWide>
      <div class="wm-dense">
        <h1 class="govuk-heading-l">Waiting</h1>
        <Requests requests={requests} today={today} />
        <h2 class="govuk-heading-m">Next steps of mentors and befrienders</h2>
        {steps.length === 0 ? (
          <p class="wm-empty">
            No step waits. <a href={paths.mentoring.newMentor}>Add somebody who wants to help</a>
          </p>
        ) : (
          <Table
            label="Next steps"
            head={[
              { text: 'Who' },
              { text: 'Next' },
              { text: 'Stands at', isShort: true },
              { text: 'Waiting', isShort: true },
            ]}
            rows={steps.map((mentor) => [
              <Name mentor={mentor} />,
              mentor.stage === 'lapsed' ? 'Ask for a new DBS check' : nextWords(mentor),
              <Tag>{MENTOR_STAGE[mentor.stage]}</Tag>,
              waitingText(mentor.stageSince, today),
            ])}
          />
        )}
        <h2 class="govuk-heading-m">DBS checks to renew</h2>
        {renewals.length === 0 ? (
          <p class="wm-empty">No check has to be renewed in the next 60 days.</p>
        ) : (
          <Table
            label="DBS checks to renew"
            head={[
              { text: 'Who' },
              { text: 'Renew by', isShort: true },
              { text: 'Stands at', isShort: true },
            ]}
            rows={renewals.map((mentor) => [
              <Name mentor={mentor} />,
              mentor.dbsRenewOn ? dayText(mentor.dbsRenewOn) : '',
              <Tag>{MENTOR_STAGE[mentor.stage]}</Tag>,
            ])}
          />
        )}
      </div>
    </Page>
  )
}

function nextWords(mentor: Mentor): string {
  const step = nextStep(mentor)
  return step ? STEP[step] : ''
}

export function Name({ mentor }: { mentor: Mentor }) {
  return (
    <>
      <a href={paths.mentoring.mentor(mentor.id)}>
        <bdi>
          {mentor.firstName} {mentor.familyName}
        </bdi>
      </a>
      , {MENTOR_KIND[mentor.kind].toLowerCase()}
    </>
  )
}

function Requests({ requests, today }: Pick<WaitingPageProps, 'requests' | 'today'>) {
  return (
    <>
      <h2 class="govuk-heading-m">Young people who asked for somebody</h2>
      {requests.length === 0 ? (
        <p class="wm-empty">Nobody waits for a mentor or befriender.</p>
      ) : (
        <Table
          label="Young people who asked for somebody"
          head={[
            { text: 'Who' },
            { text: 'Asked for' },
            { text: 'Whose turn' },
            { text: 'Since', isShort: true },
          ]}
          rows={requests.map((request) => [
            <a href={paths.mentoring.request(request.id)}>
              <bdi>{request.preferredName}</bdi>
            </a>,
            MENTOR_KIND[request.kind],
            turnOf(request),
            waitingText(request.createdAt, today),
          ])}
        />
      )}
    </>
  )
}

function turnOf({ state, isInterrupted }: WaitingRequest): string {
  if (isInterrupted) return 'Yours: the person they meet cannot go on for now'
  if (state === 'open') return 'Yours: offer a choice'
  return state === 'offered' ? 'Theirs: a choice is on offer' : 'They have somebody'
}
