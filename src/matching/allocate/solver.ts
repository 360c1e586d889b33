import { bid } from './bids'
import { DistanceHeap } from './distance-heap'
import { fill } from './filling'
import { type FitColumns, fitColumnsOf } from './fit-columns'
import { everybodyOf, NONE, type Round } from './round'
import { Seats } from './seats'

/**
 * What each pair is worth, a whole number, by the person: something for a place at all, and the fit or not. Those who
 * came in earlier are worth nothing any more. Told by person, because there are so many more pairs.
 */
export type Worth = {
  place: Float64Array
  /** 1 where the fit of the pair is added, otherwise 0. */
  addsFit: Uint8Array
}

/** Nobody's pairs are worth anything. */
export const noWorth = (people: number): Worth => ({
  place: new Float64Array(people),
  addsFit: new Uint8Array(people),
})

/** What one solve maximises: who comes in, and what each of their pairs is worth. */
export type Aim = {
  entering: Int32Array
  worth: Worth
  /** Whether prices may be found by bidding first: not where people of an earlier stage may only be moved. */
  hasBidding: boolean
}

/**
 * The exact solver: the greatest total worth of people in places. People come in one after the other; each takes the
 * cheapest way in, which may move others to places that are as good for the whole (shortest augmenting paths with
 * prices, after Jonker and Volgenant 1987). Everything is a whole number below 2^53, so nothing is rounded.
 *
 * What always holds, and proves the optimum: a person who is placed has their best value (worth less price) there;
 * one who is not has no value above nothing; only a full opportunity has a price.
 */
export class Solver extends Seats {
  readonly price: Float64Array
  /** Pairs looked at so far, for measuring passes over the edges. */
  scans = 0
  worth: Worth

  /** The pairs of each person that count, packed to the front of their stretch; `end` says where they stop. */
  readonly pairs: Int32Array
  readonly end: Int32Array
  /** People who came in at an earlier stage: they may be moved, never dropped. */
  readonly isStaying: Uint8Array
  /** Those of them who have no other place to go to. */
  readonly isFixed: Uint8Array
  /** Opportunities that may have a place empty; the others are full in every best allocation of the stages before. */
  readonly isFreeToEmpty: Uint8Array

  /**
   * The pairs that count, by opportunity; null when they, or what they are worth, are no longer the same. A worth is
   * never changed in place.
   */
  private columns: FitColumns | null = null
  private readonly distance: Float64Array
  private readonly viaPair: Int32Array
  private readonly viaPerson: Int32Array
  private readonly isSettled: Uint8Array
  private readonly reached: number[] = []
  private readonly heap = new DistanceHeap()
  /** The cheapest way so far: what it costs, where it ends (`NONE`: not coming in), and who is dropped there. */
  private cost = 0
  private exit = NONE
  private dropped = NONE

  constructor(round: Round) {
    const { people, opportunities, places, to } = round
    super(round)
    this.worth = noWorth(people)
    this.price = new Float64Array(opportunities)
    this.pairs = new Int32Array(to.length)
    for (let pair = 0; pair < to.length; pair += 1) this.pairs[pair] = pair
    this.end = round.start.slice(1)
    this.isStaying = new Uint8Array(people)
    this.isFixed = new Uint8Array(people)
    this.isFreeToEmpty = new Uint8Array(opportunities).fill(1)
    this.distance = new Float64Array(opportunities).fill(Infinity)
    this.viaPair = new Int32Array(opportunities)
    this.viaPerson = new Int32Array(opportunities)
    this.isSettled = new Uint8Array(opportunities)
    this.leaveOut(everybodyOf(round), places)
  }

  /** Leaves out what these people cannot have any more: their pairs with opportunities that have nothing for them. */
  private leaveOut(people: Int32Array, available: Int32Array | Uint8Array): void {
    if (!available.includes(0)) return
    for (const person of people) this.keep(person, (pair) => available[this.round.to[pair]!]! > 0)
  }

  /** Leaves only those pairs of a person that still count. */
  keep(person: number, counts: (pair: number) => boolean): void {
    const { pairs, end } = this
    const first = this.round.start[person]!
    let last = first
    this.columns = null
    for (let position = first; position < end[person]!; position += 1) {
      const pair = pairs[position]!
      if (counts(pair)) pairs[last++] = pair
    }
    end[person] = last
  }

  /** Finds the greatest total worth with these people, given who is in already. */
  solve({ entering, worth, hasBidding }: Aim): void {
    if (worth !== this.worth) this.columns = null
    this.worth = worth
    this.leaveOut(entering, this.isFreeToEmpty)
    if (this.freePlaces() < entering.length) return fill(this, entering)
    const waiting = hasBidding ? bid(this, entering) : entering
    for (const person of waiting) this.bringIn(person)
  }

  /** The pairs that count, by opportunity. */
  fitColumns(): FitColumns {
    this.columns ??= fitColumnsOf(this)
    return this.columns
  }

  /** What a pair of a person is worth at this stage. */
  worthOf(person: number, pair: number): number {
    return this.worth.place[person]! + this.addedFit(person, pair)
  }

  /** What the fit of a pair of a person adds at this stage. */
  addedFit(person: number, pair: number): number {
    // Not multiplied: fits that count for nothing are not worth waiting for.
    return this.worth.addsFit[person] === 1 ? this.round.fit[pair]! : 0
  }

  /** Somebody's best value at today's prices; 0 when nothing is worth its price. */
  bestValue(person: number): number {
    const { pairs, worth, price } = this
    const { start, to, fit } = this.round
    const [place, addsFit] = [worth.place[person]!, worth.addsFit[person]!]
    const last = this.end[person]!
    let best = 0
    for (let position = start[person]!; position < last; position += 1) {
      const pair = pairs[position]!
      const value = place + addsFit * fit[pair]! - price[to[pair]!]!
      if (value > best) best = value
    }
    return best
  }

  /** The cheapest way in for one person: into a free place, past somebody who is dropped, or not at all. */
  private bringIn(person: number): void {
    const value = this.bestValue(person)
    this.scans += this.end[person]! - this.round.start[person]!
    if (value <= 0) return
    this.findCheapestWay(person, value)
    for (const one of this.reached) {
      const gain = this.cost - this.distance[one]!
      if (this.isSettled[one] === 1 && gain > 0) this.price[one]! += gain
    }
    if (this.exit !== NONE) this.move()
    this.forgetDistances()
  }

  /** Dijkstra over opportunities. The cost of a way is the worth that is lost against the person's best value. */
  private findCheapestWay(person: number, value: number): void {
    // Not coming in at all costs the whole value.
    this.cost = value
    this.exit = NONE
    this.dropped = NONE
    this.relax(person, 0, value)
    for (;;) {
      const next = this.heap.pop(this.distance, this.isSettled)
      if (next === NONE || this.distance[next]! >= this.cost) break
      this.isSettled[next] = 1
      const distance = this.distance[next]!
      const first = this.slotStart[next]!
      for (let slot = first; slot < first + this.taken[next]!; slot += 1) {
        const other = this.slots[slot]!
        if (this.isFixed[other] === 1) continue
        const otherValue = this.worthOf(other, this.pairOf[other]!) - this.price[next]!
        if (this.isStaying[other] === 0 && distance + otherValue < this.cost) {
          this.cost = distance + otherValue
          this.exit = next
          this.dropped = other
        }
        this.relax(other, distance, otherValue)
      }
    }
  }

  /** Where a person could go, if it costs less than the cheapest way that is known; a free place is such a way. */
  private relax(person: number, distance: number, value: number): void {
    const { pairs, worth, price } = this
    const { start, to, fit } = this.round
    const [place, addsFit] = [worth.place[person]!, worth.addsFit[person]!]
    const last = this.end[person]!
    this.scans += last - start[person]!
    for (let position = start[person]!; position < last; position += 1) {
      const pair = pairs[position]!
      const opportunity = to[pair]!
      // Nobody waits for a fit that counts for nothing, as in `addedFit`.
      const added = addsFit === 1 ? fit[pair]! : 0
      const reachedAt = distance + value - (place + added - price[opportunity]!)
      if (reachedAt > this.cost) continue
      const isFree = this.hasSpare(opportunity)
      // At the same cost a free place is better than dropping somebody: one more is placed.
      if (reachedAt === this.cost && (!isFree || (this.exit !== NONE && this.dropped === NONE))) continue
      const before = this.distance[opportunity]!
      if (reachedAt >= before) continue
      if (before === Infinity) this.reached.push(opportunity)
      this.distance[opportunity] = reachedAt
      this.viaPair[opportunity] = pair
      this.viaPerson[opportunity] = person
      if (isFree) {
        this.cost = reachedAt
        this.exit = opportunity
        this.dropped = NONE
      } else this.heap.push(reachedAt, opportunity)
    }
  }

  /** Moves everybody along the way, from its end to the person who comes in. */
  private move(): void {
    const { dropped } = this
    let opportunity = this.exit
    let slot = dropped === NONE ? this.nextSlot(opportunity) : this.slotOf[dropped]!
    if (dropped !== NONE) this.unseat(dropped)
    for (;;) {
      const person = this.viaPerson[opportunity]!
      const before = this.placeOf[person]!
      const slotBefore = this.slotOf[person]!
      this.seatBy(person, this.viaPair[opportunity]!, slot)
      if (before === NONE) return
      opportunity = before
      slot = slotBefore
    }
  }

  private forgetDistances(): void {
    for (const opportunity of this.reached) {
      this.distance[opportunity] = Infinity
      this.isSettled[opportunity] = 0
    }
    this.reached.length = 0
    this.heap.clear()
  }
}
