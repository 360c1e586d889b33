import { OPPORTUNITY_KINDS, type OpportunityKind } from '../../src/domain/opportunity'
import { type District, DISTRICTS } from '../../src/domain/taxonomy'
import { paths } from '../../src/paths'
import { Button, ErrorSummary, Select } from '../govuk'
import { Form } from '../layout/form'
import { Page } from '../layout/page'
import { AREAS_BY_NAME } from '../shared/choices'
import { KIND } from '../words/labels'

/** What a search asked for, as far as it says; the rest is chosen. */
export type Need = { kinds: readonly OpportunityKind[]; districts: readonly District[] }

const KINDS = [
  { value: '', text: 'Any kind' },
  ...OPPORTUNITY_KINDS.map((value) => ({ value, text: KIND[value] })),
]
const AREAS = [{ value: '', text: 'Anywhere in Kent' }, ...AREAS_BY_NAME]

/** Where the summary of a mistake leads. */
const KIND_ID = 'need-kind'

export type TellNeedProps = Need & {
  /** The area somebody measures from: likely where they want it. */
  near: District | null
  problem?: string | undefined
}

/**
 * Telling the team what is missing. Only what and where goes to them, and it is said before it is sent; what the search does
 * not say is asked, because words are not sent.
 */
export function TellNeed({ kinds, districts, near, problem }: TellNeedProps) {
  const what = kinds.length > 0 ? `: ${kinds.map((kind) => KIND[kind]).join(', ')}` : ''
  const where = districts.length > 0 ? ` in ${districts.map((one) => DISTRICTS[one]).join(' or ')}` : ''
  return (
    <Form action={paths.my.unmetNeeds}>
      <p>
        You can tell the 18+ team what is missing
        {what}
        {where}. It does not say who you are, or what you typed.
      </p>
      {kinds.map((kind) => (
        <input type="hidden" name="kind" value={kind} />
      ))}
      {districts.map((district) => (
        <input type="hidden" name="district" value={district} />
      ))}
      {kinds.length === 0 ? (
        <Select id={KIND_ID} name="kind" label="Kind of offer" items={KINDS} value="" error={problem} />
      ) : null}
      {districts.length === 0 ? (
        <Select id="need-district" name="district" label="In which area" items={AREAS} value={near ?? ''} />
      ) : null}
      <Button variant="secondary">Tell the 18+ team</Button>
    </Form>
  )
}

/** The same once more, for whoever chose nothing. */
export function TellNeedPage({ problem }: { problem: string }) {
  return (
    <Page title="Tell the 18+ team what is missing" back={{ href: paths.browse }} hasErrors>
      <ErrorSummary errors={[{ text: problem, href: `#${KIND_ID}` }]} />
      <h1 class="govuk-heading-l">Tell the 18+ team what is missing</h1>
      <TellNeed kinds={[]} districts={[]} near={null} problem={problem} />
    </Page>
  )
}
