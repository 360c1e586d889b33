import type { Answer, Resolver } from '../../src/matching/rule'
import type { BrokerRow } from '../../src/matching/broker-row'
import { Table, Tag, type TagColour } from '../govuk'

const ANSWER: Record<Answer, { text: string; colour: TagColour }> = {
  eligible: { text: 'Eligible', colour: 'green' },
  'not-eligible': { text: 'Not eligible', colour: 'red' },
  'needs-check': { text: 'Needs a check', colour: 'yellow' },
  'not-enough-information': { text: 'Not enough information', colour: 'blue' },
}

const RESOLVER: Record<Resolver, string> = {
  'young-person': 'the young person',
  adviser: 'their adviser',
  broker: 'the 18+ team',
  champion: 'the champion',
}

export function AnswerTag({ answer }: { answer: Answer }) {
  return <Tag colour={ANSWER[answer].colour}>{ANSWER[answer].text}</Tag>
}

/** Rule names as they are counted and listed. */
export const RULE: Readonly<Record<string, string>> = {
  consideration: 'Has not agreed to be suggested',
  'not-told': 'Cannot be suggested for this organisation',
  'already-answered': 'Already on it, or placed by it',
  'do-not-suggest': 'Asked us not to suggest this kind',
  definition: 'Outside its definition of care leaver',
  'age-on-start-date': 'Outside its ages on the start date',
  'right-to-work': 'Right to work',
  'permission-outlasts': 'Right to work',
  qualification: 'Below the qualification it asks for',
  'background-check': 'Background check',
  travel: 'Further than they can travel',
  availability: 'Not free at its times',
}

export type EligibilityLines = BrokerRow['eligibility']['lines']

/** Each rule that is not a plain yes, with its sentence and who can settle it. */
export function EligibilityList({ lines }: { lines: EligibilityLines }) {
  const open = lines.filter((line) => line.answer !== 'eligible')
  if (open.length === 0) return <p>Every rule says yes.</p>
  return (
    <ul class="govuk-list wm-rules">
      {open.map((line) => (
        <li>
          <AnswerTag answer={line.answer} /> {line.sentence}
          {line.by ? <span class="wm-secondary"> Who can settle it: {RESOLVER[line.by]}.</span> : null}
        </li>
      ))}
    </ul>
  )
}

/** Points by factor: the contributions add up to the score. */
export function ScoreTable({ lines, total }: { lines: BrokerRow['score']['lines']; total: number }) {
  return (
    <Table
      label="How the score is made"
      head={[
        { text: 'Factor' },
        { text: 'Why' },
        { text: 'Points of 100', isNumeric: true },
        { text: 'Weight', isNumeric: true },
        { text: 'Adds', isNumeric: true },
      ]}
      firstCellIsHeader
      rows={[
        ...lines.map((line) => [
          line.name,
          line.sentence,
          String(line.points),
          String(line.weight),
          String(line.contribution),
        ]),
        ['Score', '', '', '100', <strong>{total}</strong>],
      ]}
    />
  )
}
