import type { listViewsOf } from '../../db/queries/care-leavers'
import type { CareLeaver } from '../../src/domain/care-leaver'
import type { LooksOfDay } from '../../src/domain/looks-by-day'
import { paths } from '../../src/paths'
import { Button, SummaryList, Table, WarningText } from '../govuk'
import { Form } from '../layout/form'
import { Page } from '../layout/page'
import { districtName, ROLE } from '../words/labels'
import { clockText, dayText, momentText } from '../words/times'

type View = Awaited<ReturnType<typeof listViewsOf>>[number]

export type InformationPageProps = {
  record: CareLeaver
  /** Equal ones of a day together, the newest first. */
  looks: readonly LooksOfDay<View>[]
  /** Whether there are more than are shown. */
  isCut: boolean
}

const VIEW_WORDS: Readonly<Record<string, string>> = {
  record: 'Your record',
  shortlist: 'How an offer fits you',
  proposal: 'Your record, to make you an offer',
  introduction: 'What you shared',
  match: 'How an offer is going',
  interest: 'A request you made',
  'mentor-request': 'What you asked for, to find someone to talk to',
}

export function InformationPage({ record, looks, isCut }: InformationPageProps) {
  return (
    <Page title="My information" back={{ href: paths.my.home }}>
      <h1 class="govuk-heading-l">My information</h1>
      <SummaryList
        rows={[
          { key: 'Name you like to be called', value: <bdi>{record.preferredName}</bdi> },
          { key: 'Date of birth', value: dayText(record.dateOfBirth) },
          { key: 'Area', value: districtName(record.district) },
        ]}
      />
      <p>
        Something wrong? <a href={paths.help}>Tell the team</a> and they put it right.
      </p>
      <h2 class="govuk-heading-m">Who has looked at my information</h2>
      <WhoLooked looks={looks} isCut={isCut} />
      <h2 class="govuk-heading-m">Download</h2>
      <p>
        <a href={paths.my.download}>Download my data</a>. It is a file with everything this service holds
        about you. We may send you a new code first.
      </p>
      <h2 class="govuk-heading-m">Close my account</h2>
      <p>
        <a href={paths.my.close}>Close my account</a>. You read what happens before you decide.
      </p>
    </Page>
  )
}

function WhoLooked({ looks, isCut }: Omit<InformationPageProps, 'record'>) {
  if (looks.length === 0) return <p class="wm-empty">Nobody has opened your information yet.</p>
  return (
    <>
      <Table
        label="Who has looked at my information"
        head={[{ text: 'Who, and what' }, { text: 'When', isShort: true }]}
        rows={looks.map((look) => [
          <>
            <bdi>{look.name}</bdi>, {ROLE[look.role].toLowerCase()}
            <div class="wm-secondary">{VIEW_WORDS[look.what] ?? look.what}</div>
          </>,
          <When {...look} />,
        ])}
      />
      {isCut ? <p>These are the newest. The download below has all of them, one by one.</p> : null}
    </>
  )
}

function When({ at, day, count }: LooksOfDay<View>) {
  if (count === 1) return <>{momentText(at)}</>
  return (
    <>
      {dayText(day)}
      <div>
        <strong>{count} times</strong>, the last at {clockText(at)}
      </div>
    </>
  )
}

export function ClosePage() {
  return (
    <Page title="Close my account" back={{ href: paths.my.information }}>
      <h1 class="govuk-heading-l">Close my account</h1>
      <p>If you close it:</p>
      <ul class="govuk-list govuk-list--bullet">
        <li>nothing is shared with anyone any more, from that moment</li>
        <li>your requests and offers end, and their places go back</li>
        <li>you are not suggested for anything</li>
        <li>your email address is removed</li>
      </ul>
      <p>
        Your adviser and your record elsewhere stay as they are. To have everything here erased, ask the team.
      </p>
      <WarningText>This cannot be undone here. To come back, you need a new invitation.</WarningText>
      <Form action={paths.my.close}>
        <div class="wm-action">
          <Button variant="warning" isFullWidth>
            Close my account
          </Button>
        </div>
      </Form>
    </Page>
  )
}
