import type { AskCount } from '../../../db/queries/champion-asks'
import { ASK_STATES, type AskState, askQuery } from '../../../src/domain/champion-ask'
import { DISTRICTS } from '../../../src/domain/taxonomy'
import type { Gap } from '../../../src/matching/coverage/coverage'
import { paths } from '../../../src/paths'
import { Details } from '../../govuk'
import { KIND } from '../../words/labels'
import { countText } from '../../words/times'

const GAPS_SHOWN = 10

export type GapsProps = {
  gaps: readonly Gap[]
  /** What the champions were asked for lately, by kind, district and how it stands. */
  asked: readonly AskCount[]
}

/** What is missing most, one line each: how many places, of what and where, who goes without, and asking for it. */
export function Gaps({ gaps, asked }: GapsProps) {
  return (
    <>
      <h2 class="govuk-heading-m">The largest gaps</h2>
      {gaps.length === 0 ? (
        <p class="wm-empty">There is no kind that more people want in a district than there are places.</p>
      ) : (
        <>
          {gaps.some(({ lack }) => lack === null) ? (
            <p>
              There are too many people and offers to work out at once here for how many nothing fits, so the
              list leaves that out.
            </p>
          ) : null}
          <ol class="wm-gaps">
            {gaps.slice(0, GAPS_SHOWN).map((gap) => (
              <GapRow gap={gap} asked={asked} />
            ))}
          </ol>
          <HowCounted />
        </>
      )}
      <p>
        <a href={paths.team.asks}>What was asked of the champions, and what came of it</a>
      </p>
    </>
  )
}

function HowCounted() {
  return (
    <Details summary="How the gaps are counted">
      <ul class="govuk-list govuk-list--bullet">
        <li>“Short” is how many more people in the district want this kind than there are free places.</li>
        <li>
          “Nothing fits” counts those of them for whom no live offer of this kind fits, in the district or
          elsewhere.
        </li>
        <li>
          “An offer there would fit” counts who has none that fits and could take one in the district that
          asks for nothing special: those who live there or near it.
        </li>
      </ul>
    </Details>
  )
}

function GapRow({ gap, asked }: { gap: Gap } & Pick<GapsProps, 'asked'>) {
  const { kind, district, wanted, places, lack } = gap
  return (
    <li class="wm-gap">
      <div class="wm-gap__short">
        <strong>{wanted - places}</strong>{' '}
        <span class="govuk-visually-hidden">{wanted - places === 1 ? 'place' : 'places'}</span> short
      </div>
      <div>
        <strong>
          {KIND[kind]} in {DISTRICTS[district]}
        </strong>
        <div>
          {wanted} {wanted === 1 ? 'wants' : 'want'} it,{' '}
          {places === 0 ? 'no free places' : countText(places, 'free place', 'free places')}
        </div>
      </div>
      <div>{lack === null ? null : <Lack {...lack} />}</div>
      <div class="wm-gap__ask">
        <AskFor kind={kind} district={district} asked={asked} />
      </div>
    </li>
  )
}

function Lack({ without, wouldFit }: NonNullable<Gap['lack']>) {
  return (
    <>
      <div>{without === 0 ? 'Each of them has one that fits' : `Nothing fits ${without} of them`}</div>
      {wouldFit === 0 ? null : <div>An offer there would fit {wouldFit}</div>}
    </>
  )
}

/** Fits after how many organisations. */
const STANDS: Record<AskState, string> = {
  open: 'still open',
  posted: 'posted it',
  cannot: 'cannot just now',
  withdrawn: 'taken back',
  lapsed: 'without an answer',
}

/** The way to ask for it, and how what was asked lately stands. */
function AskFor({ kind, district, asked }: Pick<Gap, 'kind' | 'district'> & Pick<GapsProps, 'asked'>) {
  const about = `${KIND[kind]} in ${DISTRICTS[district]}`
  const counts = asked.filter((one) => one.kind === kind && one.district === district)
  const stands = ASK_STATES.flatMap((state) => {
    const count = counts.find((one) => one.state === state)?.count
    return count ? [`${count} ${STANDS[state]}`] : []
  })
  return (
    <>
      <a href={`${paths.team.newAsk}${askQuery({ what: kind, district })}`}>
        Ask the champions<span class="govuk-visually-hidden"> for {about}</span>
      </a>
      {stands.length === 0 ? null : (
        <div class="wm-secondary">
          <a href={paths.team.asks}>
            Asked<span class="govuk-visually-hidden"> for {about}</span>
          </a>
          : {stands.join(', ')}
        </div>
      )}
    </>
  )
}
