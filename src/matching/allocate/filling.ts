import { DistanceHeap } from './distance-heap'
import { mostOfStep, stepOf, STEPS, stepShift } from './fit-steps'
import { NONE } from './round'
import type { Solver } from './solver'

/**
 * The same exact search from the other side: place after place looks for the person it costs least to give it to. When
 * there are more people than places every place finds somebody soon, where most people would look at everything in
 * vain. It keeps a value for each person; prices and values start high and low enough to forbid nothing, and meet.
 */
export function fill(solver: Solver, entering: Int32Array): void {
  const search = new Filling(solver, entering)
  const { places, opportunities, people } = solver.round
  for (let opportunity = 0; opportunity < opportunities; opportunity += 1) {
    const room = Math.min(places[opportunity]!, search.pairCount(opportunity))
    search.fillAtOnce(opportunity, room)
    while (solver.taken[opportunity]! < room && search.fillOne(opportunity));
    // Whoever could go there is there, and a place is left: it costs nothing.
    if (solver.taken[opportunity]! < places[opportunity]!) solver.price[opportunity] = 0
  }
  for (let person = 0; person < people; person += 1) search.release(person)
}

class Filling {
  /** What it takes to have each person beside their fit: their value, less what a place at all is worth to them. */
  private readonly need: Float64Array
  /** Nobody's need is less. */
  private leastNeed: number
  private readonly isEntering: Uint8Array
  private readonly columns: Columns
  /** Nodes of the search: people first, then opportunities. */
  private readonly distance: Float64Array
  private readonly isSettled: Uint8Array
  /** The opportunity from which a person was reached; the person by whom an opportunity was. */
  private readonly via: Int32Array
  private readonly reached: number[] = []
  /** The cheapest way so far: what it costs, and whom or which opportunity it ends with. */
  private cost = 0
  private end = NONE
  private readonly heap = new DistanceHeap()

  constructor(
    private readonly solver: Solver,
    entering: Int32Array,
  ) {
    const { people, opportunities } = solver.round
    this.columns = columnsOf(solver)
    this.isEntering = new Uint8Array(people)
    for (const person of entering) this.isEntering[person] = 1
    const most = entering.reduce((one, person) => Math.max(one, solver.bestValue(person)), 0)
    for (let one = 0; one < opportunities; one += 1) solver.price[one]! += most
    this.need = Float64Array.from(solver.pairOf, (pair, person) => {
      const value = pair === NONE ? 0 : solver.worthOf(person, pair) - solver.price[solver.round.to[pair]!]!
      return value - solver.worth.place[person]!
    })
    this.leastNeed = this.need.reduce((one, other) => Math.min(one, other), 0)
    this.distance = new Float64Array(people + opportunities).fill(Infinity)
    this.isSettled = new Uint8Array(people + opportunities)
    this.via = new Int32Array(people + opportunities)
  }

  pairCount(opportunity: number): number {
    return this.columns.start[opportunity + 1]! - this.columns.start[opportunity]!
  }

  /**
   * Gives places to people who have none, as many as the search would one after the other: as long as nobody who has
   * a place is to be had for less, the ways are straight, and looking at everybody once tells all of them.
   */
  fillAtOnce(source: number, room: number): void {
    const { solver, columns, need, isEntering, leastNeed } = this
    const wanted = room - solver.taken[source]!
    if (wanted <= 0) return
    const { pairOf, placeOf, price } = solver
    const [first, last] = [columns.start[source]!, columns.start[source + 1]!]
    // What each costs beside the price; nobody is worth more than their place costs others.
    let least = 0
    const found: { cost: number; person: number }[] = []
    let position = first
    for (; position < last; position += 1) {
      const fit = columns.cells[2 * position + 1]!
      if (found.length === wanted && leastNeed - mostOfStep(fit, columns.shift) >= found[wanted - 1]!.cost)
        break
      const person = columns.cells[2 * position]!
      const isPlaced = pairOf[person] !== NONE
      if (isPlaced ? placeOf[person] === source : isEntering[person] === 0) continue
      const cost = need[person]! - fit
      if (isPlaced) least = Math.min(least, cost)
      else if (cost <= least && (found.length < wanted || cost < found[wanted - 1]!.cost)) {
        let at = Math.min(found.length, wanted - 1)
        while (at > 0 && found[at - 1]!.cost > cost) {
          found[at] = found[at - 1]!
          at -= 1
        }
        found[at] = { cost, person }
      }
    }
    solver.scans += position - first
    for (const { cost, person } of found) {
      if (cost > least) return
      price[source] = -cost
      solver.seat(person, solver.pairWith(person, source), solver.nextSlot(source))
    }
  }

  /** @returns whether the opportunity got somebody for one more of its places */
  fillOne(source: number): boolean {
    const { price, round } = this.solver
    this.findCheapestWay(round.people + source, price[source]!)
    const isFilled = this.end !== NONE
    if (isFilled) this.move(source, NONE)
    this.forget()
    return isFilled
  }

  /** Somebody whose place costs more than it is worth to them: it gets cheaper, or they leave it. */
  release(person: number): void {
    const { solver } = this
    const pair = solver.pairOf[person]!
    if (pair === NONE || solver.isStaying[person] === 1) return
    const value = solver.worthOf(person, pair) - solver.price[solver.round.to[pair]!]!
    if (value >= 0) return
    this.need[person] = value - solver.worth.place[person]!
    this.leastNeed = Math.min(this.leastNeed, this.need[person]!)
    this.findCheapestWay(person, -value)
    if (this.end !== NONE) this.move(NONE, person)
    this.forget()
  }

  private findCheapestWay(source: number, most: number): void {
    const { people } = this.solver.round
    this.cost = most
    this.end = NONE
    this.reach(source, 0, NONE)
    for (;;) {
      const node = this.heap.pop(this.distance, this.isSettled)
      if (node === NONE || this.distance[node]! >= this.cost) break
      this.isSettled[node] = 1
      if (node < people) this.reachHolder(node)
      else this.reachPeople(node - people)
    }
    this.reprice()
  }

  /** The way may end here, with a place left empty, or with somebody who has no place yet. */
  private reachPeople(opportunity: number): void {
    const { solver, columns, need, leastNeed } = this
    const { pairOf, placeOf } = solver
    const { people } = solver.round
    const distance = this.distance[people + opportunity]!
    const from = distance + solver.price[opportunity]!
    if (solver.isFreeToEmpty[opportunity] === 1 && from < this.cost) {
      this.cost = from
      this.end = people + opportunity
    }
    const last = columns.start[opportunity + 1]!
    let position = columns.start[opportunity]!
    solver.scans -= position
    for (; position < last; position += 1) {
      const fit = columns.cells[2 * position + 1]!
      if (from + leastNeed - mostOfStep(fit, columns.shift) > this.cost) break
      const person = columns.cells[2 * position]!
      const reachedAt = from + need[person]! - fit
      if (reachedAt > this.cost) continue
      if (pairOf[person] === NONE) {
        const isTie = reachedAt === this.cost && this.end < people && this.end !== NONE
        if (this.isEntering[person] === 0 || isTie) continue
        this.cost = reachedAt
        this.end = person
        this.via[person] = opportunity
      } else if (placeOf[person] !== opportunity && reachedAt < this.cost)
        this.reach(person, reachedAt, opportunity)
    }
    solver.scans += position
  }

  private reachHolder(person: number): void {
    const { solver, need } = this
    const pair = solver.pairOf[person]!
    const opportunity = solver.placeOf[person]!
    const fit = solver.worth.addsFit[person]! * solver.round.fit[pair]!
    const slack = fit - need[person]! - solver.price[opportunity]!
    this.reach(solver.round.people + opportunity, this.distance[person]! + slack, person)
  }

  private reach(node: number, distance: number, via: number): void {
    if (distance >= this.distance[node]!) return
    if (this.distance[node] === Infinity) this.reached.push(node)
    this.distance[node] = distance
    this.via[node] = via
    this.heap.push(distance, node)
  }

  private reprice(): void {
    const { people } = this.solver.round
    for (const node of this.reached) {
      const gain = this.cost - this.distance[node]!
      if (this.isSettled[node] === 0 || gain <= 0) continue
      if (node < people) this.need[node]! += gain
      else this.solver.price[node - people]! -= gain
    }
  }

  /**
   * Gives everybody along the way to the opportunity that reached them, from the way's end to where it began: at an
   * opportunity with a free place, or with somebody who leaves theirs.
   */
  private move(source: number, leaving: number): void {
    const { solver, via } = this
    const { people } = solver.round
    let person = this.end
    if (person >= people) {
      person = via[person]!
      if (person === leaving) return solver.leave(leaving)
      solver.leave(person)
    }
    for (;;) {
      const opportunity = via[person]!
      const pair = solver.pairWith(person, opportunity)
      if (opportunity === source) return solver.seat(person, pair, solver.nextSlot(source))
      const next = via[people + opportunity]!
      solver.seat(person, pair, solver.slotOf[next]!)
      if (next === leaving) {
        solver.pairOf[leaving] = NONE
        return
      }
      person = next
    }
  }

  private forget(): void {
    for (const node of this.reached) {
      this.distance[node] = Infinity
      this.isSettled[node] = 0
    }
    this.reached.length = 0
    this.heap.clear()
  }
}

/**
 * The pairs that count, by opportunity: who, and what their fit adds, beside each other so that reading them waits for
 * nothing. The greatest fits stand first, by steps, so that a search may stop where no fit to come is great enough. Within a
 * step people stand in the order of their lottery numbers, so that of those without a place whose fits are equal the
 * first is found first.
 */
type Columns = {
  /** Where the pairs of each opportunity begin, counted in pairs. */
  start: Int32Array
  /** Of each pair in turn: the person, and what their fit adds. */
  cells: Int32Array
  shift: number
}

function columnsOf({ round, pairs, end, worth }: Solver): Columns {
  const { people, opportunities, to, fit, start: first } = round
  const shift = stepShift(round)
  const next = new Int32Array(opportunities * STEPS + 1)
  for (let person = 0; person < people; person += 1) {
    const addsFit = worth.addsFit[person]!
    for (let position = first[person]!; position < end[person]!; position += 1) {
      const pair = pairs[position]!
      next[to[pair]! * STEPS + stepOf(addsFit * fit[pair]!, shift) + 1]! += 1
    }
  }
  for (let step = 0; step < opportunities * STEPS; step += 1) next[step + 1]! += next[step]!
  const start = Int32Array.from({ length: opportunities + 1 }, (_, one) => next[one * STEPS]!)
  const columns = {
    start,
    cells: new Int32Array(2 * start[opportunities]!),
    shift,
  }
  for (let person = 0; person < people; person += 1) {
    const addsFit = worth.addsFit[person]!
    for (let position = first[person]!; position < end[person]!; position += 1) {
      const pair = pairs[position]!
      const added = addsFit * fit[pair]!
      const step = to[pair]! * STEPS + stepOf(added, shift)
      const at = next[step]!
      next[step] = at + 1
      columns.cells[2 * at] = person
      columns.cells[2 * at + 1] = added
    }
  }
  return columns
}
