import { NONE, type Round, startsOf } from './round'

/** Who is where in a round: each opportunity has a stretch of slots, the first of them taken. */
export class Seats {
  readonly round: Round
  /** The pair of each person, or `NONE`. */
  readonly pairOf: Int32Array
  /** The opportunity of each person, or `NONE`. */
  readonly placeOf: Int32Array
  /** How many people each opportunity has. */
  readonly taken: Int32Array
  /** How many pairs the opportunities before each have between them. */
  readonly pairsBefore: Int32Array
  readonly slotStart: Int32Array
  readonly slots: Int32Array
  readonly slotOf: Int32Array

  constructor(round: Round) {
    const { people, opportunities, places, to } = round
    this.round = round
    this.pairOf = new Int32Array(people).fill(NONE)
    this.placeOf = new Int32Array(people).fill(NONE)
    this.taken = new Int32Array(opportunities)
    this.pairsBefore = startsOf(to, opportunities)
    this.slotStart = slotStarts(places, this.pairsBefore)
    this.slots = new Int32Array(this.slotStart[opportunities]!)
    this.slotOf = new Int32Array(people)
  }

  /** Whether an opportunity has a place that nobody has. */
  hasSpare(opportunity: number): boolean {
    return this.taken[opportunity]! < this.round.places[opportunity]!
  }

  /** How many more people all opportunities could take, each at most as many as have a pair with it. */
  freePlaces(): number {
    let free = 0
    for (let one = 0; one < this.round.opportunities; one += 1) {
      const slots = this.slotStart[one + 1]! - this.slotStart[one]!
      free += slots - this.taken[one]!
    }
    return free
  }

  /** Puts a person into a slot of an opportunity by one of their pairs. */
  seatBy(person: number, pair: number, slot: number): void {
    this.pairOf[person] = pair
    this.seat(person, this.round.to[pair]!, slot)
  }

  /** Puts a person into a slot of an opportunity; by which pair is told apart from it. */
  seat(person: number, opportunity: number, slot: number): void {
    this.slots[slot] = person
    this.placeOf[person] = opportunity
    this.slotOf[person] = slot
  }

  /** Leaves a person without a place; who gets their slot is told apart from it. */
  unseat(person: number): void {
    this.pairOf[person] = NONE
    this.placeOf[person] = NONE
  }

  /** The first slot of an opportunity that nobody is in. */
  nextSlot(opportunity: number): number {
    const slot = this.slotStart[opportunity]! + this.taken[opportunity]!
    this.taken[opportunity]! += 1
    return slot
  }

  /** Takes a person out of their slot; the last one in the stretch takes it, so that no gap is left. */
  leave(person: number): void {
    const opportunity = this.placeOf[person]!
    const slot = this.slotOf[person]!
    this.taken[opportunity]! -= 1
    const last = this.slots[this.slotStart[opportunity]! + this.taken[opportunity]!]!
    if (last !== person) this.seat(last, opportunity, slot)
    this.unseat(person)
  }
}

/** An opportunity never holds more people than it has pairs, however many places it has. */
function slotStarts(places: Int32Array, pairsBefore: Int32Array): Int32Array {
  const start = new Int32Array(places.length + 1)
  for (let one = 0; one < places.length; one += 1)
    start[one + 1] = start[one]! + Math.min(places[one]!, pairsBefore[one + 1]! - pairsBefore[one]!)
  return start
}
