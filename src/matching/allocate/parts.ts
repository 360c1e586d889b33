import { NONE, picked, type Round } from './round'

/** A part of a round that shares no place with anybody outside it, as a round of its own. */
export type Part = {
  round: Round
  /** By number in the part: which person and which pair of the whole it is; null where the part is the whole. */
  person: Int32Array | null
  pair: Int32Array | null
}

/**
 * The parts of a round, one after another, each made when it is asked for: people who could share an opportunity stand in
 * the same part, and so does whoever they share another with. Each part is small enough for what it reads to stay near
 * the processor, and what is best for each is best for all. People keep their order, and so do opportunities. Whoever
 * has no pair with a place is in none.
 */
export function* partsOf(round: Round): Generator<Part> {
  const partOf = joinOpportunities(round)
  const people = sortInto(partOf.count, round.people, (person) => partOfPerson(round, partOf.part, person))
  const opportunities = sortInto(partOf.count, round.opportunities, (one) => partOf.part[one]!)
  const numberOf = new Int32Array(round.opportunities)
  for (let part = 0; part < partOf.count; part += 1) {
    const own = people.members.subarray(people.start[part]!, people.start[part + 1]!)
    if (own.length === 0) continue
    if (own.length === round.people && isEveryPlace(round)) return yield { round, person: null, pair: null }
    const theirs = opportunities.members.subarray(opportunities.start[part]!, opportunities.start[part + 1]!)
    theirs.forEach((opportunity, number) => (numberOf[opportunity] = number))
    yield cutOut(round, own, theirs, numberOf)
  }
}

const isEveryPlace = ({ places }: Round): boolean => !places.includes(0)

/** Which part each opportunity with a place is in; `NONE` without one. Parts are in the order of their first. */
function joinOpportunities({ people, opportunities, places, start, to }: Round) {
  const parent = Int32Array.from({ length: opportunities }, (_, one) => one)
  const rootOf = (one: number): number => {
    let root = one
    while (parent[root] !== root) {
      parent[root] = parent[parent[root]!]!
      root = parent[root]!
    }
    return root
  }
  for (let person = 0; person < people; person += 1) {
    let first = NONE
    for (let pair = start[person]!; pair < start[person + 1]!; pair += 1) {
      const one = to[pair]!
      // Nearly always it is known already.
      if (parent[one] === first || places[one] === 0) continue
      const root = rootOf(one)
      if (first === NONE) first = root
      else if (root < first) first = parent[first] = root
      else parent[root] = first
    }
  }
  const part = new Int32Array(opportunities).fill(NONE)
  let count = 0
  for (let one = 0; one < opportunities; one += 1) {
    const root = rootOf(one)
    if (places[one] !== 0) part[one] = root === one ? count++ : part[root]!
  }
  return { part, count }
}

function partOfPerson({ start, to, places }: Round, part: Int32Array, person: number): number {
  for (let pair = start[person]!; pair < start[person + 1]!; pair += 1)
    if (places[to[pair]!] !== 0) return part[to[pair]!]!
  return NONE
}

/** Members of each part, ascending: those from `start[part]` up to `start[part + 1]`. */
function sortInto(parts: number, count: number, partOf: (member: number) => number) {
  const start = new Int32Array(parts + 1)
  const own = new Int32Array(count)
  for (let member = 0; member < count; member += 1) {
    own[member] = partOf(member)
    if (own[member] !== NONE) start[own[member]! + 1]! += 1
  }
  for (let part = 0; part < parts; part += 1) start[part + 1]! += start[part]!
  const next = start.slice()
  const members = new Int32Array(start[parts]!)
  for (let member = 0; member < count; member += 1)
    if (own[member] !== NONE) members[next[own[member]!]!++] = member
  return { start, members }
}

/** @param numberOf the number in the part of each of its opportunities */
function cutOut(round: Round, person: Int32Array, opportunities: Int32Array, numberOf: Int32Array): Part {
  const start = new Int32Array(person.length + 1)
  const pair = new Int32Array(person.reduce((sum, one) => sum + round.start[one + 1]! - round.start[one]!, 0))
  let count = 0
  for (let number = 0; number < person.length; number += 1) {
    const last = round.start[person[number]! + 1]!
    for (let one = round.start[person[number]!]!; one < last; one += 1)
      if (round.places[round.to[one]!] !== 0) pair[count++] = one
    start[number + 1] = count
  }
  const pairs = pair.subarray(0, count)
  return {
    person,
    pair: pairs,
    round: {
      people: person.length,
      opportunities: opportunities.length,
      places: picked(round.places, opportunities),
      bands: picked(round.bands, person),
      start,
      to: picked(numberOf, picked(round.to, pairs)),
      fit: picked(round.fit, pairs),
      rank: round.rank.length === 0 ? round.rank : picked(round.rank, pairs),
    },
  }
}
