import type { CheckTaskRecord } from '../../db/queries/check-tasks'
import type { CheckTurn } from '../../src/domain/check-task'
import { paths } from '../../src/paths'
import { Button, Table } from '../govuk'
import { Form } from '../layout/form'
import { dayText } from '../words/times'
import type { PairPageProps } from './pair-page'
import { RULE_WORDS } from './rule-sets/words'

const TURN: Record<CheckTurn, string> = {
  adviser: 'With the adviser',
  'young-person': 'With the young person',
  champion: 'With the champion, about the offer alone',
  team: 'With us',
}

/** What was asked about the pair, what came of it, and asking for what nobody was asked yet. */
export function Checks({ row, opportunity, tasks }: PairPageProps) {
  if (tasks === null) return null
  const isOpen = opportunity.state === 'published'
  const unclear = row.eligibility.lines.filter(
    ({ answer }) => answer === 'needs-check' || answer === 'not-enough-information',
  )
  const isAsked = (rule: string) => tasks.some((task) => task.rule === rule && task.state === 'open')
  const canAsk =
    isOpen &&
    row.eligibility.answer !== 'not-eligible' &&
    unclear.some(({ ruleId, by }) => by !== undefined && !isAsked(ruleId))
  if (!canAsk && tasks.length === 0) return null
  return (
    <>
      {tasks.length > 0 ? (
        <Table
          caption="Checks"
          captionSize="s"
          head={[{ text: 'What' }, { text: 'How it stands' }, { text: 'Asked', isShort: true }]}
          rows={tasks.map((task) => [RULE_WORDS[task.rule], <Standing task={task} />, dayText(dayOf(task))])}
        />
      ) : null}
      {canAsk ? (
        <Form action={paths.team.askForChecks(opportunity.id, row.id)}>
          <Button variant="secondary">Ask for these checks</Button>
        </Form>
      ) : null}
    </>
  )
}

const dayOf = ({ askedAt }: CheckTaskRecord) => askedAt.slice(0, 10)

function Standing({ task }: { task: CheckTaskRecord }) {
  const { state, turn, words, careLeaverId, opportunityId, id, answeredByName } = task
  if (state === 'open') {
    return (
      <>
        {TURN[turn]}
        {careLeaverId ? (
          <>
            . <a href={paths.team.check(opportunityId, careLeaverId, id)}>Settle or take back</a>
          </>
        ) : null}
      </>
    )
  }
  const done = state === 'dropped' ? 'Taken back' : 'Settled'
  return (
    <>
      {done} by <bdi>{answeredByName}</bdi>
      {words ? (
        <>
          : “<bdi>{words}</bdi>”
        </>
      ) : null}
    </>
  )
}
