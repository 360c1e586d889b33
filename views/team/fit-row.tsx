import type { Child } from 'hono/jsx'
import type { BrokerRow } from '../../src/matching/broker-row'
import { Details } from '../govuk'
import { ScoreBar } from '../shared/score-bar'
import { AnswerTag, EligibilityList, ScoreTable } from './eligibility'

export type FitRowProps = {
  row: Pick<BrokerRow, 'eligibility' | 'score'>
  /** Who or what the row is about, and a second line beside it. */
  name: string
  beside: string
  waiting: string
  action: Child
}

/** One line of a shortlist, of people or of offers: eligibility with its sentence, score, the two best reasons. */
export function FitRow({ row, name, beside, waiting, action }: FitRowProps) {
  const first = row.eligibility.lines.find((line) => line.answer !== 'eligible')
  return (
    <li class="wm-row">
      <div class="wm-row__who">
        <strong>
          <bdi>{name}</bdi>
        </strong>
        <span class="wm-secondary"> {beside}</span>
        <div>
          <AnswerTag answer={row.eligibility.answer} /> {first ? <span>{first.sentence}</span> : null}
        </div>
      </div>
      <div class="wm-row__reasons">
        <ScoreBar points={row.score.total} of={100} label="Score" />
        {row.score.best.map((line) => (
          <div>{line.sentence}</div>
        ))}
      </div>
      <div class="wm-row__waiting">{waiting}</div>
      <div class="wm-row__action">{action}</div>
      <div class="wm-row__more">
        <Details summary="Rules and points">
          <EligibilityList lines={row.eligibility.lines} />
          <ScoreTable lines={row.score.lines} total={row.score.total} />
        </Details>
      </div>
    </li>
  )
}
