import type { RoundOffer, RoundPerson, RoundRecord, Suggestion } from '../../../db/queries/rounds'
import type { Day } from '../../../src/domain/dates'
import type { BrokerRow } from '../../../src/matching/broker-row'
import { BANDS } from '../../../src/matching/cohort/bands'
import {
  type Explained,
  type Missed,
  sayPlacementToThem,
  sayWhyNot,
  sayWhyNotToThem,
} from '../../../src/matching/cohort/explain-placement'
import type { Obstacle } from '../../../src/matching/cohort/obstacles'
import { paths } from '../../../src/paths'
import { Button, CharacterCount, Details, ErrorSummary, InsetText, SummaryList, Table } from '../../govuk'
import { Form } from '../../layout/form'
import { Page } from '../../layout/page'
import { errorLinks, errorOf, type FieldErrors, valueOf, type Values } from '../../shared/errors'
import { offerOriginText, titleWithPlace } from '../../shared/offer-words'
import { ScoreBar } from '../../shared/score-bar'
import { districtName } from '../../words/labels'
import { countText, dayText, waitingText } from '../../words/times'
import { AnswerTag, EligibilityList, ScoreTable } from '../eligibility'
import { ProposalFields } from '../proposal-fields'
import { changeText, numberText, OBSTACLE, RULE_NAME } from './words'

export type RoundPersonPageProps = {
  round: RoundRecord
  offers: readonly RoundOffer[]
  person: RoundPerson
  /** What they have now; null for nothing. */
  offer: RoundOffer | null
  suggestion: Suggestion | null
  fit: number
  /** What the rule gave them, whatever was decided since; null for nothing. */
  given: RoundOffer | null
  explained: Explained
  /** Rules and score as they are now; null when there is no offer or nobody to show, and once it was proposed. */
  row: BrokerRow | null
  /** For somebody to whom the rule gave no place. */
  obstacles: readonly Obstacle[]
  mayDecide: boolean
  holdUntil: Day
  today: Day
  values: Values
  errors: FieldErrors
}

/** One person of a round: what is suggested, why, why nothing better, and the decision. */
export function RoundPersonPage(props: RoundPersonPageProps) {
  const { round, person, offer, given, suggestion, row, mayDecide, errors } = props
  const canDecide = mayDecide && suggestion?.state === 'waiting' && round.state === 'chosen'
  return (
    <Page
      title={`${(offer ?? given)?.title ?? 'No place'}: round of ${dayText(round.day)}`}
      hasErrors={errors.length > 0}
      back={{ href: paths.team.roundPeople(round.id), text: 'People of the round' }}
      isWide
    >
      <ErrorSummary errors={errorLinks(errors, ['holdUntil'])} />
      <div class="wm-dense">
        <h1 class="govuk-heading-l">
          <bdi>{person.preferredName ?? 'Somebody who cannot be shown'}</bdi>
          {headingOf(props)}
        </h1>
        {person.careLeaverId ? null : (
          <InsetText>
            This person is no longer here, or you are not to know about them. Nothing can be proposed to them
            from here.
          </InsetText>
        )}
        <div class="wm-columns">
          <div>
            <About {...props} />
            <WhyThis {...props} />
            {row ? (
              <>
                <h2 class="govuk-heading-m">Rules and score today</h2>
                <p>
                  <AnswerTag answer={row.eligibility.answer} />
                </p>
                <EligibilityList lines={row.eligibility.lines} />
                <Details summary="How the score is made">
                  <ScoreTable lines={row.score.lines} total={row.score.total} />
                </Details>
              </>
            ) : null}
          </div>
          <aside>
            <State {...props} />
            {canDecide && suggestion ? <Decide {...props} suggestion={suggestion} /> : null}
          </aside>
        </div>
      </div>
    </Page>
  )
}

function About({ person, offer, fit, explained, today }: RoundPersonPageProps) {
  return (
    <SummaryList
      rows={[
        ...(offer && explained.rank > 0
          ? [{ key: 'Their own order', value: `Number ${explained.rank}` }]
          : []),
        { key: 'Band', value: `${explained.band}: ${bandSentence(explained.band)}` },
        ...(offer ? [{ key: 'Offer', value: offerOriginText(offer) }] : []),
        ...(offer ? [{ key: 'Fit', value: <ScoreBar points={fit} of={1000} label="Fit" /> }] : []),
        ...(person.careLeaverId
          ? [
              { key: 'District', value: districtName(person.district) },
              {
                key: 'Waiting',
                value: person.waitingSince ? waitingText(person.waitingSince, today) : 'Not waiting now',
              },
            ]
          : []),
      ]}
    />
  )
}

const bandSentence = (band: number) => BANDS.find(({ number }) => number === band)?.sentence ?? ''

const SHOWN_MAX = 10

function headingOf({ offer, given, suggestion }: RoundPersonPageProps) {
  if (offer) return <> and “{offer.title}”</>
  if (suggestion?.state === 'dropped' && given) return <>: no longer “{given.title}”</>
  return ': no place in this round'
}

/** Why the rule gave this; where a broker decided something else, that comes first and the rule's reasons are in a fold. */
function WhyThis(props: RoundPersonPageProps) {
  const { offer, given, suggestion, obstacles, round, offers } = props
  if (offer?.number === given?.number)
    return (
      <section>
        <h2 class="govuk-heading-m">{given ? 'Why this one' : 'Why none'}</h2>
        <RuleReasons {...props} />
        {obstacles.length > 0 ? (
          <WhatWouldChange obstacles={obstacles} round={round} offers={offers} />
        ) : null}
        <WordsToThem {...props} />
      </section>
    )
  return (
    <section>
      <h2 class="govuk-heading-m">What a broker decided</h2>
      <p>
        {changeText(given ?? undefined, offer ?? undefined)}{' '}
        {suggestion && suggestion.state !== 'dropped' ? (
          <a href={paths.team.history('round-suggestion', suggestion.id)}>
            Why<span class="govuk-visually-hidden"> it was changed</span>
          </a>
        ) : null}
      </p>
      <Details summary="What the rule gave, and why">
        <RuleReasons {...props} />
      </Details>
    </section>
  )
}

function RuleReasons({ round, offers, given, explained }: RoundPersonPageProps) {
  const better = explained.better.slice(0, SHOWN_MAX)
  return (
    <>
      <p>
        By “{RULE_NAME[round.rule ?? 'band-by-band']}”. {whyText(given !== null, explained)}
      </p>
      {better.length > 0 ? <Better better={better} offers={offers} band={explained.band} /> : null}
    </>
  )
}

function WordsToThem({ offers, given, explained }: RoundPersonPageProps) {
  const better = explained.better.slice(0, SHOWN_MAX)
  return (
    <Details summary="In words for the young person">
      <p>{sayPlacementToThem(given !== null, explained.pairs)}</p>
      {better.length > 0 ? (
        <ul class="govuk-list govuk-list--bullet">
          {better.map((missed) => (
            <li>
              {titleOf(offers, missed)}: {sayWhyNotToThem(missed)}
            </li>
          ))}
        </ul>
      ) : null}
    </Details>
  )
}

function titleOf(offers: readonly RoundOffer[], { opening }: Missed): string {
  const offer = offers[opening]
  return offer ? titleWithPlace(offer) : ''
}

function whyText(isPlaced: boolean, { better, pairs }: Explained): string {
  if (isPlaced && better.length === 0) return 'Nothing of this round would be better for them.'
  if (isPlaced)
    return `${countText(better.length, 'offer', 'offers')} of this round would be better for them:`
  if (pairs === 0) return 'The rules let through no offer of this round.'
  return `The rules let through ${countText(pairs, 'offer', 'offers')}, and none has a place for them:`
}

type BetterProps = { better: readonly Missed[]; offers: readonly RoundOffer[]; band: number }

function Better({ better, offers, band }: BetterProps) {
  const hasRanks = better.some(({ rank }) => rank > 0)
  return (
    <Table
      label="What would fit better"
      head={[
        { text: 'Offer' },
        { text: 'Fit', isNumeric: true },
        ...(hasRanks ? [{ text: 'Their own order', isNumeric: true }] : []),
        { text: 'Why not' },
      ]}
      rows={better.map((missed) => [
        titleOf(offers, missed),
        numberText(missed.fit),
        ...(hasRanks ? [missed.rank > 0 ? numberText(missed.rank) : '–'] : []),
        sayWhyNot(missed, band),
      ])}
    />
  )
}

/** What stands between somebody and the offers: the rule that would open most by itself first. */
function WhatWouldChange({
  obstacles,
  round,
  offers,
}: Pick<RoundPersonPageProps, 'obstacles' | 'round' | 'offers'>) {
  return (
    <Table
      label="What stands in the way today"
      caption="What stands in the way today"
      head={[
        { text: 'Rule' },
        {
          text: `${round.takesUnclear ? 'Says no to' : 'Says no to, or asks about'}, of ${countText(offers.length, 'offer', 'offers')}`,
          isNumeric: true,
        },
        { text: 'Alone in the way of', isNumeric: true },
      ]}
      rows={obstacles.map(({ ruleId, count, alone }) => [
        OBSTACLE[ruleId] ?? ruleId,
        numberText(count),
        numberText(alone),
      ])}
    />
  )
}

function State({ suggestion, round }: RoundPersonPageProps) {
  if (suggestion?.state === 'proposed')
    return (
      <InsetText>
        Proposed. {suggestion.matchId ? <a href={paths.team.match(suggestion.matchId)}>How it goes</a> : null}
      </InsetText>
    )
  if (suggestion?.state === 'dropped')
    return (
      <InsetText>
        Dropped: this is not proposed. <a href={paths.team.history('round-suggestion', suggestion.id)}>Why</a>
      </InsetText>
    )
  if (round.state === 'computed')
    return <InsetText>Nothing is decided yet. First choose the rule to work by.</InsetText>
  return null
}

function Decide(props: RoundPersonPageProps & { suggestion: Suggestion }) {
  const { round, person, suggestion, holdUntil, values, errors, row } = props
  const hasErrors = errors.some(({ field }) => field !== 'dropReason')
  const isPossible = row !== null && row.eligibility.answer !== 'not-eligible'
  return (
    <>
      {isPossible ? (
        <Form action={paths.team.acceptSuggestion(round.id, person.number)}>
          <h2 class="govuk-heading-m">Propose it</h2>
          <Seen suggestion={suggestion} />
          <ProposalFields holdUntil={holdUntil} isAgain={hasErrors} values={values} errors={errors} />
          <Button isFullWidth>Propose</Button>
        </Form>
      ) : (
        <InsetText>
          This cannot be proposed any more: the rules say no today, the offer is gone, or the person is. Swap
          or drop it.
        </InsetText>
      )}
      <p>
        <a href={paths.team.roundSwap(round.id, person.number)}>
          Give this place to somebody else of the round
        </a>
      </p>
      <Details summary="Drop it" isOpen={errorOf(errors, 'dropReason') !== undefined}>
        <Form action={paths.team.dropSuggestion(round.id, person.number)}>
          <Seen suggestion={suggestion} />
          <CharacterCount
            name="dropReason"
            label="Why you do not propose this"
            hint="For the record. They go on waiting."
            maxLength={1000}
            rows={3}
            value={valueOf(values, 'dropReason')}
            error={errorOf(errors, 'dropReason')}
          />
          <Button variant="secondary">Drop</Button>
        </Form>
      </Details>
    </>
  )
}

/** What the page showed: when somebody decided or swapped meanwhile, nothing is done. */
export function Seen({ suggestion }: { suggestion: Suggestion }) {
  return (
    <>
      <input type="hidden" name="suggestion" value={suggestion.id} />
      <input type="hidden" name="seen" value={suggestion.version} />
    </>
  )
}
