import { type OpportunitySection, DEFAULT_EXPIRY_DAYS } from '../../src/domain/opportunity'
import type { OpportunityDraft } from '../../src/domain/opportunity-draft'
import type { SummaryRow } from '../govuk'
import { Paragraphs } from '../shared/offer-detail'
import {
  DBS,
  DEFINITION,
  districtName,
  HEADING,
  KIND,
  OUTCOME,
  PAY,
  PRIORITY,
  QUALIFICATION,
  SUPPORT,
  TOPIC,
  VISIBILITY,
  WEEK_TIME,
} from '../words/labels'
import { dayText } from '../words/times'

const NONE = 'None'

/** Words of several values in one cell, or what stands for none. */
function Words<Value extends string>({
  of,
  in: words,
}: {
  of: readonly Value[] | undefined
  in: Record<Value, string>
}) {
  if (!of || of.length === 0) return <>{NONE}</>
  return <Lines of={of.map((value) => words[value])} />
}

function Lines({ of }: { of: readonly string[] }) {
  if (of.length === 1) return <>{of[0]}</>
  return (
    <ul class="govuk-list govuk-list--bullet">
      {of.map((one) => (
        <li>{one}</li>
      ))}
    </ul>
  )
}

const word = <Value extends string | number>(value: Value | undefined, words: Record<Value, string>) =>
  value === undefined ? NONE : words[value]

const day = (value: string | null | undefined, otherwise: string) => (value ? dayText(value) : otherwise)

/** What each step of a draft holds, in words. */
export const SECTION_ROWS: Record<OpportunitySection, (draft: OpportunityDraft) => SummaryRow[]> = {
  basics: (draft) => [
    { key: 'Kind', value: word(draft.kind, KIND) },
    { key: 'Title', value: draft.title },
    { key: 'Summary', value: draft.summary },
    { key: 'It helps with', value: <Words of={draft.outcomes} in={OUTCOME} /> },
    { key: 'Local Offer', value: word(draft.heading, HEADING) },
  ],
  doing: (draft) => [
    { key: 'What people will do', value: <Paragraphs text={draft.whatYouWillDo ?? ''} /> },
    { key: 'Description', value: <Paragraphs text={draft.description ?? ''} /> },
    { key: 'About', value: <Words of={draft.topics} in={TOPIC} /> },
    { key: 'Also called', value: draft.alsoCalled || NONE },
  ],
  criteria: (draft) => [
    { key: 'Essential', value: draft.criteria?.length ? <Lines of={draft.criteria} /> : 'Nothing' },
    { key: 'Qualification', value: word(draft.qualificationLevel, QUALIFICATION) },
  ],
  dates: (draft) => [
    { key: 'Places', value: String(draft.places ?? '') },
    { key: 'Starts', value: day(draft.startsOn, 'No fixed day') },
    { key: 'Ends', value: day(draft.endsOn, 'No fixed day') },
    { key: 'Closes', value: day(draft.closesOn, `${DEFAULT_EXPIRY_DAYS} days after it is published`) },
    { key: 'Hours', value: draft.hours },
    { key: 'In the week', value: <Words of={draft.weekTimes} in={WEEK_TIME} /> },
  ],
  where: (draft) =>
    draft.isRemote
      ? [{ key: 'Where', value: 'Online or from home' }]
      : [
          { key: 'Where', value: draft.placeOfWork },
          { key: 'Nearest town', value: draft.town },
          { key: 'District', value: districtName(draft.district ?? null) },
        ],
  pay: (draft) => [
    { key: 'Pay', value: word(draft.pay, PAY) },
    { key: 'In your words', value: draft.payText || NONE },
    { key: 'Travel help', value: draft.travelHelp || NONE },
  ],
  checks: (draft) => [
    { key: 'Ages', value: `${draft.minAge} to ${draft.maxAge}` },
    { key: 'Who counts', value: word(draft.definition, DEFINITION) },
    { key: 'Right to work', value: draft.needsRightToWork ? 'Needed' : 'Not needed' },
    { key: 'Background check', value: word(draft.dbsLevel, DBS) },
  ],
  support: (draft) => [{ key: 'Support', value: <Words of={draft.supports} in={SUPPORT} /> }],
  audience: (draft) => [
    { key: 'Who sees it', value: word(draft.visibility, VISIBILITY) },
    { key: 'Who goes first', value: word(draft.priority, PRIORITY) },
    ...(draft.priorityUntil ? [{ key: 'Until', value: dayText(draft.priorityUntil) }] : []),
  ],
}
