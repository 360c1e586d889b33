import { RadixSorter } from './radix-sorter'
import { greatestFit, NONE, pairWith, rankOf, type Round } from './round'

/** In which order a person would like their pairs. */
export type Liking = 'by-fit' | 'by-own-rank'

/**
 * Deferred acceptance, people proposing (Gale and Shapley 1962): everybody asks for the pair they like best that has
 * not refused them yet; an opportunity keeps the best it has places for, by band, then fit, then lottery. Nobody and no
 * opportunity would both rather have each other than what they get, and no such outcome is better for anybody.
 * @returns the pair of each person, and how many pairs were looked at
 */
export function deferredAcceptance(round: Round, liking: Liking): { pairOf: Int32Array; scans: number } {
  const { people, places, start, to, opportunities } = round
  const wishes = new Wishes(round, liking)
  const standing = new Float64Array(people)
  const placeOf = new Int32Array(people).fill(NONE)
  const next = start.slice(0, people)
  const kept: number[][] = Array.from({ length: opportunities }, () => [])
  let scans = to.length
  for (let first = 0; first < people; first += 1) {
    wishes.sort(first)
    let person = first
    while (person !== NONE) {
      if (next[person] === start[person + 1]) break
      const [opportunity, fit] = [wishes.cells[2 * next[person]!]!, wishes.cells[2 * next[person]! + 1]!]
      next[person]! += 1
      scans += 1
      const heap = kept[opportunity]!
      if (places[opportunity] === 0) continue
      standing[person] = round.bands[person]! * (wishes.most + 1) - fit
      if (heap.length < places[opportunity]!) {
        placeOf[person] = opportunity
        push(standing, heap, person)
        break
      }
      const worst = heap[0]!
      if (!isPreferred(standing, person, worst)) continue
      placeOf[person] = opportunity
      heap[0] = person
      siftDown(standing, heap)
      placeOf[worst] = NONE
      person = worst
    }
  }
  const pairOf = placeOf.map((place, person) => (place === NONE ? NONE : pairWith(round, person, place)))
  return { pairOf, scans }
}

/** Each person's pairs in the order they like them. Equal ones stand in the order of the opportunities' ids. */
class Wishes {
  /** Of each in turn: the opportunity, and the fit. */
  readonly cells: Int32Array
  /** The greatest fit of all. */
  readonly most: number
  private readonly ranks: number
  private readonly sorter: RadixSorter

  constructor(
    private readonly round: Round,
    liking: Liking,
  ) {
    this.cells = new Int32Array(2 * round.to.length)
    this.most = greatestFit(round)
    this.ranks = liking === 'by-own-rank' ? round.rank.reduce((one, other) => Math.max(one, other), 0) : 0
    this.sorter = new RadixSorter(this.ranks + this.most)
  }

  /** Puts a person's pairs in order: those they ranked, then the others by fit. */
  sort(person: number): void {
    const { round, sorter, ranks, most, cells } = this
    const { start, to, fit } = round
    const [first, last] = [start[person]!, start[person + 1]!]
    sorter.reserve(last - first)
    for (let pair = first; pair < last; pair += 1) {
      const own = ranks === 0 ? 0 : rankOf(round, pair)
      sorter.add(pair, own > 0 ? own - 1 : ranks + most - fit[pair]!)
    }
    const pairs = sorter.sorted()
    for (let at = 0; at < last - first; at += 1) {
      cells[2 * (first + at)] = to[pairs[at]!]!
      cells[2 * (first + at) + 1] = fit[pairs[at]!]!
    }
  }
}

/**
 * Whether an opportunity would rather have one than the other: by band, then fit, then lottery.
 * @param standing what the band and the fit of each come to, less for who is served first
 */
function isPreferred(standing: Float64Array, one: number, other: number): boolean {
  return standing[one] === standing[other] ? one < other : standing[one]! < standing[other]!
}

/** The people an opportunity keeps are a heap, the one it would let go first at the top. */
function push(standing: Float64Array, heap: number[], person: number): void {
  let child = heap.length
  heap.push(person)
  while (child > 0) {
    const parent = (child - 1) >> 1
    if (!isPreferred(standing, heap[parent]!, heap[child]!)) return
    const kept = heap[parent]!
    heap[parent] = heap[child]!
    heap[child] = kept
    child = parent
  }
}

function siftDown(standing: Float64Array, heap: number[]): void {
  let parent = 0
  for (;;) {
    let child = 2 * parent + 1
    if (child >= heap.length) return
    if (child + 1 < heap.length && isPreferred(standing, heap[child]!, heap[child + 1]!)) child += 1
    if (!isPreferred(standing, heap[parent]!, heap[child]!)) return
    const kept = heap[parent]!
    heap[parent] = heap[child]!
    heap[child] = kept
    parent = child
  }
}
