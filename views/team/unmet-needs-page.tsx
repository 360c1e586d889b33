import type { UnmetNeedCount } from '../../db/queries/unmet-needs'
import { searchQuery, searchOf } from '../../src/domain/search'
import { DISTRICTS } from '../../src/domain/taxonomy'
import { paths } from '../../src/paths'
import { Details, Table } from '../govuk'
import { Page } from '../layout/page'
import { KIND } from '../words/labels'
import { countText, dayText } from '../words/times'

type Need = UnmetNeedCount & { offersNow: number }

/** Demand that nothing met, the most first: what to ask the champions for. It holds nobody's name. */
export function UnmetNeedsPage({ needs, days }: { needs: readonly Need[]; days: number }) {
  return (
    <Page title="Looked for and not found" back={{ href: paths.team.home }} isWide>
      <div class="wm-dense">
        <h1 class="govuk-heading-l">Looked for and not found</h1>
        <p>
          Young people who find nothing can tell us what they looked for. These are the last {days} days.
          Nobody’s name is kept, so one person may stand behind several.
        </p>
        {needs.length === 0 ? (
          <p class="wm-empty">Nobody has told us of anything that was missing.</p>
        ) : (
          <>
            <Table
              label="Looked for and not found"
              head={[
                { text: 'Kind of offer' },
                { text: 'Where' },
                { text: 'Times', isNumeric: true },
                { text: 'Last on' },
                { text: 'Offers now', isNumeric: true },
              ]}
              rows={needs.map((need) => [
                kindOf(need),
                placeOf(need),
                need.count,
                dayText(need.lastOn),
                <a href={`${paths.browse}${searchFor(need)}`}>{need.offersNow}</a>,
              ])}
            />
            <h2 class="govuk-heading-m">Words to send to the champions</h2>
            {needs.slice(0, ASKED).map((need) => (
              <Ask need={need} />
            ))}
          </>
        )}
      </div>
    </Page>
  )
}

const searchFor = ({ kind, district }: Need) =>
  searchQuery({
    ...searchOf(''),
    kinds: kind === null ? [] : [kind],
    districts: district === null ? [] : [district],
  })

/** For the needs told most often. */
const ASKED = 10

/** Neutral words to copy: they say what is missing, and nothing of anybody. */
function Ask({ need }: { need: Need }) {
  return (
    <Details summary={titleOf(need)}>
      <p>{askText(need)}</p>
    </Details>
  )
}

const kindOf = ({ kind }: Need) => (kind === null ? 'Any kind' : KIND[kind])
const placeOf = ({ district }: Need) => (district === null ? 'Anywhere' : DISTRICTS[district])
const titleOf = (need: Need) => `${kindOf(need)}, ${placeOf(need)}`

function askText({ kind, district, count, offersNow }: Need): string {
  const what = kind === null ? 'opportunities' : `opportunities of the kind “${KIND[kind]}”`
  const where = district === null ? 'anywhere in Kent' : `in ${DISTRICTS[district]}`
  return `Young people have looked for ${what} ${where} (${countText(count, 'time', 'times')} in the last three months). ${
    offersNow === 0
      ? 'There is none at the moment.'
      : `There ${offersNow === 1 ? 'is' : 'are'} ${offersNow} at the moment.`
  } Could your service offer one? A taster or a day with your team counts too.`
}
