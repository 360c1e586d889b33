import type { SearchHealth } from '../../src/deps'
import { paths } from '../../src/paths'
import { Button, SummaryList, type SummaryRow, Table, WarningText } from '../govuk'
import { Form } from '../layout/form'
import { Page } from '../layout/page'
import { countText, momentText } from '../words/times'

type GivenUpOn = readonly { id: string; title: string; attempts: number; fault: string }[]

/** What is behind, by how much and why; with the built-in engine nothing ever is. */
export function SearchHealthPage({ health, givenUpOn }: { health: SearchHealth; givenUpOn: GivenUpOn }) {
  return (
    <Page title="How search is" back={{ href: paths.manage.home, text: 'Manage' }}>
      <h1 class="govuk-heading-l">How search is</h1>
      {health.engine === 'fts5' ? (
        <>
          <p>Search uses the built-in engine. It changes together with the offers, so it is never behind.</p>
          <p class="wm-empty">Nothing to do here.</p>
        </>
      ) : (
        <BesideTheDatabase health={health} givenUpOn={givenUpOn} />
      )}
    </Page>
  )
}

type Beside = Extract<SearchHealth, { engine: 'meilisearch' }>

function BesideTheDatabase({ health, givenUpOn }: { health: Beside; givenUpOn: GivenUpOn }) {
  return (
    <>
      {health.isWell ? null : <WarningText>{whatIsWrong(health)}</WarningText>}
      <SummaryList rows={rowsOf(health)} />
      {givenUpOn.length === 0 ? null : (
        <Table
          caption="Offers that search could not be told about"
          head={[{ text: 'Offer' }, { text: 'Tries' }, { text: 'Why' }]}
          rows={givenUpOn.map(({ id, title, attempts, fault }) => [
            <a href={paths.team.opportunity(id)}>{title}</a>,
            attempts,
            FAULT[fault] ?? fault,
          ])}
        />
      )}
      <p>
        Search and the offers are compared every hour. You can also do it now; offers that were given up on
        are then tried again.
      </p>
      <Form action={paths.manage.mendSearch}>
        <Button>Compare and mend now</Button>
      </Form>
    </>
  )
}

function rowsOf({ isResting, waiting, levelAt, reconciledAt, drift }: Beside): SummaryRow[] {
  return [
    { key: 'Engine', value: isResting ? 'Built-in, standing in for Meilisearch' : 'Meilisearch' },
    {
      key: 'Behind by',
      value: waiting === 0 ? 'Nothing' : countText(waiting, 'offer', 'offers'),
    },
    { key: 'Last had everything', value: levelAt ? momentText(levelAt) : 'Never yet' },
    {
      key: 'Last compared',
      value: reconciledAt
        ? `${momentText(reconciledAt)}, ${drift === 0 ? 'no difference' : `${countText(drift, 'offer', 'offers')} differed`}`
        : 'About to be',
    },
  ]
}

function whatIsWrong({ fault, dead, isResting, levelAt }: Beside): string {
  if (fault !== '')
    return `Search cannot be kept up to date: ${FAULT[fault] ?? fault}. The built-in engine stands in.`
  if (dead > 0) return `${countText(dead, 'offer', 'offers')} could not be told to search.`
  if (isResting) return 'Meilisearch has just failed. The built-in engine stands in for half a minute.'
  return levelAt === null ? 'Meilisearch is being filled for the first time.' : 'Search is catching up.'
}

/** Why, in the words of whoever has to mend it. */
const FAULT: Readonly<Record<string, string>> = {
  unreachable: 'the engine does not answer',
  late: 'the engine answers too late',
  slow: 'the engine answers too late',
  unauthorised: 'its keys are wrong or have ended; make new ones with npm run search:provision',
  refused: 'the engine refuses what it is asked',
  'not-understood': 'something else answers in its place',
  'another-index': 'it has the index of another service or another day',
  'foreign-ids': 'it names offers that are not there',
  'task-failed': 'the engine took it and failed',
  'task-late': 'the engine took it and did not finish',
  'not-there': 'the engine said it was done and it was not',
  'bad-document': 'its place or its dates cannot be right',
  ours: 'a fault of this service; the log has it',
}
