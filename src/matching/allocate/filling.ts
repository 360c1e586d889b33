import { DistanceHeap } from './distance-heap'
import { type FitColumns, mostOfStep } from './fit-columns'
import { NONE, pairWith } from './round'
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
  for (let person = 0; person < people; person += 1) search.tellPair(person)
}

class Filling {
  /** What it takes to have each person beside their fit: their value, less what a place at all is worth to them. */
  private readonly need: Float64Array
  /** Nobody's need is less. */
  private leastNeed: number
  /** What the fit of each person's place adds; whatever it was before for who has none. */
  private readonly fitOf: Int32Array
  private readonly isEntering: Uint8Array
  private readonly columns: FitColumns
  /** Nodes of the search: people first, then opportunities. */
  private readonly distance: Float64Array
  private readonly isSettled: Uint8Array
  /** The opportunity from which a person was reached; the person by whom an opportunity was. */
  private readonly via: Int32Array
  /** What the fit adds of the pair by which a person was reached. */
  private readonly viaFit: Int32Array
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
    this.columns = solver.fitColumns()
    this.isEntering = new Uint8Array(people)
    for (const person of entering) this.isEntering[person] = 1
    const most = entering.reduce((one, person) => Math.max(one, solver.bestValue(person)), 0)
    for (let one = 0; one < opportunities; one += 1) solver.price[one]! += most
    this.need = new Float64Array(people)
    this.fitOf = new Int32Array(people)
    this.leastNeed = 0
    for (let person = 0; person < people; person += 1) {
      const pair = solver.pairOf[person]!
      if (pair !== NONE) {
        this.fitOf[person] = solver.addedFit(person, pair)
        this.need[person] = this.fitOf[person]! - solver.price[solver.placeOf[person]!]!
      } else this.need[person] = -solver.worth.place[person]!
      this.leastNeed = Math.min(this.leastNeed, this.need[person]!)
    }
    this.distance = new Float64Array(people + opportunities).fill(Infinity)
    this.isSettled = new Uint8Array(people + opportunities)
    this.via = new Int32Array(people + opportunities)
    this.viaFit = new Int32Array(people)
  }

  /** How many people could have an opportunity. */
  pairCount(opportunity: number): number {
    return this.columns.end[opportunity]! - this.columns.start[opportunity]!
  }

  /**
   * Gives places to people who have none, as many as the search would one after the other: as long as nobody who has
   * a place is to be had for less, the ways are straight, and looking at everybody once tells all of them.
   */
  fillAtOnce(source: number, room: number): void {
    const { solver, columns, need, isEntering, leastNeed } = this
    const wanted = room - solver.taken[source]!
    if (wanted <= 0) return
    const { placeOf, price } = solver
    const [first, last] = [columns.start[source]!, columns.end[source]!]
    // What each costs beside the price; nobody is worth more than their place costs others.
    let least = 0
    const found: { cost: number; person: number; fit: number }[] = []
    let position = first
    for (; position < last; position += 1) {
      const fit = columns.cells[2 * position + 1]!
      if (found.length === wanted && leastNeed - mostOfStep(fit, columns.shift) >= found[wanted - 1]!.cost)
        break
      const person = columns.cells[2 * position]!
      const cost = need[person]! - fit
      if (cost > least || (found.length === wanted && cost >= found[wanted - 1]!.cost)) continue
      const isPlaced = placeOf[person] !== NONE
      if (isPlaced ? placeOf[person] === source : isEntering[person] === 0) continue
      if (isPlaced) least = cost
      else {
        let at = Math.min(found.length, wanted - 1)
        while (at > 0 && found[at - 1]!.cost > cost) {
          found[at] = found[at - 1]!
          at -= 1
        }
        found[at] = { cost, person, fit }
      }
    }
    solver.scans += position - first
    for (const { cost, person, fit } of found) {
      if (cost > least) return
      price[source] = -cost
      this.fitOf[person] = fit
      solver.seat(person, source, solver.nextSlot(source))
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
    const opportunity = solver.placeOf[person]!
    if (opportunity === NONE || solver.isStaying[person] === 1) return
    const place = solver.worth.place[person]!
    const value = place + this.fitOf[person]! - solver.price[opportunity]!
    if (value >= 0) return
    this.need[person] = value - place
    this.leastNeed = Math.min(this.leastNeed, this.need[person]!)
    this.findCheapestWay(person, -value)
    if (this.end !== NONE) this.move(NONE, person)
    this.forget()
  }

  /** Tells by which pair somebody has their place: until the end only the place was kept. */
  tellPair(person: number): void {
    const { pairOf, placeOf, isFixed } = this.solver
    if (isFixed[person] === 1) return
    const opportunity = placeOf[person]!
    pairOf[person] = opportunity === NONE ? NONE : pairWith(this.solver.round, person, opportunity)
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
    const { placeOf } = solver
    const { people } = solver.round
    const distance = this.distance[people + opportunity]!
    const from = distance + solver.price[opportunity]!
    if (solver.isFreeToEmpty[opportunity] === 1 && from < this.cost) {
      this.cost = from
      this.end = people + opportunity
    }
    const last = columns.end[opportunity]!
    let position = columns.start[opportunity]!
    solver.scans -= position
    for (; position < last; position += 1) {
      const fit = columns.cells[2 * position + 1]!
      if (from + leastNeed - mostOfStep(fit, columns.shift) > this.cost) break
      const person = columns.cells[2 * position]!
      const reachedAt = from + need[person]! - fit
      if (reachedAt > this.cost) continue
      const place = placeOf[person]!
      if (place === NONE) {
        const isTie = reachedAt === this.cost && this.end < people && this.end !== NONE
        if (this.isEntering[person] === 0 || isTie) continue
        this.cost = reachedAt
        this.end = person
        this.via[person] = opportunity
        this.viaFit[person] = fit
      } else if (place !== opportunity && reachedAt < this.cost && reachedAt < this.distance[person]!) {
        this.viaFit[person] = fit
        this.reach(person, reachedAt, opportunity)
      }
    }
    solver.scans += position
  }

  private reachHolder(person: number): void {
    const { solver, need } = this
    const opportunity = solver.placeOf[person]!
    const slack = this.fitOf[person]! - need[person]! - solver.price[opportunity]!
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
      this.fitOf[person] = this.viaFit[person]!
      if (opportunity === source) return solver.seat(person, source, solver.nextSlot(source))
      const next = via[people + opportunity]!
      solver.seat(person, opportunity, solver.slotOf[next]!)
      if (next === leaving) return solver.unseat(leaving)
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
