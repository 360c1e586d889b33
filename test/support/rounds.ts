import type { Database } from '../../db/database'
import { recordAudit } from '../../db/statements/record'
import { addRound, addRoundOutcome, addSuggestions, setRoundState } from '../../db/statements/rounds'
import { randomId } from '../../src/auth/secrets'
import type { AccountId, CareLeaverId, OpportunityId, RoundId, SuggestionId } from '../../src/domain/ids'
import { toRound } from '../../src/matching/allocate/round'
import { placeUnder } from '../../src/matching/cohort/place-cohort'
import { toParts } from '../../src/matching/cohort/stored-round'

type RoundGiven = {
  openedBy: AccountId
  people: readonly CareLeaverId[]
  offer: OpportunityId
  at: string
  /** Whether a rule was chosen and the first of the people is suggested. */
  isChosen: boolean
}

/** A round about one offer with one place, which everybody fits less well than the one before. */
export async function givenRound(db: Database, { openedBy, people, offer, at, isChosen }: RoundGiven) {
  const id = randomId() as RoundId
  const round = toRound(
    {
      person: Int32Array.from(people, (_, number) => number),
      opportunity: Int32Array.from(people, () => 0),
      fit: Int32Array.from(people, (_, number) => 900 - number),
      rank: Int32Array.from(people, () => 0),
    },
    { places: Int32Array.from([1]), bands: Int32Array.from(people, () => 1) },
  )
  const { rule, placements, report } = placeUnder(round, 'band-by-band')
  const suggestion = randomId() as SuggestionId
  const given = (subject: string, version: number) =>
    recordAudit(db, { at, actorId: 'test', action: 'test.given', subject, version })
  const version = isChosen ? 3 : 2
  await db.commit([
    given(`round:${id}`, 1),
    given(`round:${id}`, 2),
    ...addRound(db, {
      id,
      openedBy,
      day: at.slice(0, 10),
      scope: { districts: [], waitWeeksMin: 0 },
      takesUnclear: false,
      seed: randomId(),
      createdAt: at,
      opportunityIds: [offer],
    }),
    ...addRoundOutcome(db, id, {
      people: people.map((careLeaverId) => ({ reference: randomId(), careLeaverId, band: 1 })),
      offers: [{ id: offer, places: 1 }],
      parts: toParts(round),
      results: [
        {
          rule,
          placements,
          report: {
            ...report,
            groups: { 'statutory-category': [], 'age-band': [], district: [], eet: [] },
            changes: 0,
          },
        },
      ],
    }),
    setRoundState(db, id, {
      state: 'computed',
      version,
      computed: { at, bandsVersion: '2026-1', rulesVersion: '2026-1', weightsVersion: '2026-1' },
    }),
    ...(isChosen
      ? [
          given(`round:${id}`, 3),
          setRoundState(db, id, { state: 'chosen', version, chosen: { rule, reason: '' } }),
          addSuggestions(db, id, [{ id: suggestion, person: 0, opportunity: 0 }]),
          given(`round-suggestion:${suggestion}`, 1),
        ]
      : []),
  ])
  return { id, suggestion }
}
