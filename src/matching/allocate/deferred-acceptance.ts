import { NONE, rankOf, type Round } from './round'

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
  const wished = wishes(round, liking)
  const pairOf = new Int32Array(people).fill(NONE)
  const next = start.slice(0, people)
  const kept: number[][] = Array.from({ length: opportunities }, () => [])
  const queue = Array.from({ length: people }, (_, person) => person)
  let scans = to.length
  for (let head = 0; head < queue.length; head += 1) {
    let person = queue[head]!
    while (person !== NONE) {
      if (next[person] === start[person + 1]) break
      const pair = wished[next[person]!]!
      next[person]! += 1
      scans += 1
      const opportunity = to[pair]!
      const heap = kept[opportunity]!
      if (places[opportunity] === 0) continue
      pairOf[person] = pair
      if (heap.length < places[opportunity]!) {
        push(round, pairOf, heap, person)
        break
      }
      const worst = heap[0]!
      if (!isPreferred(round, pairOf, person, worst)) {
        pairOf[person] = NONE
        continue
      }
      heap[0] = person
      settle(round, pairOf, heap)
      pairOf[worst] = NONE
      person = worst
    }
  }
  return { pairOf, scans }
}

/** Each person's pairs in the order they like them. Equal ones stand in the order of the opportunities' ids. */
function wishes(round: Round, liking: Liking): Int32Array {
  const { people, start, to, fit, rank, opportunities } = round
  const wished = new Int32Array(to.length)
  const most = fit.reduce((one, other) => Math.max(one, other), 0)
  const ranks = rank.reduce((one, other) => Math.max(one, other), 0)
  for (let person = 0; person < people; person += 1) {
    const [first, last] = [start[person]!, start[person + 1]!]
    // One number says all of it: rank (unranked after every rank), then fit, then opportunity.
    const keys = new Float64Array(last - first)
    for (let pair = first; pair < last; pair += 1) {
      const own = liking === 'by-own-rank' ? rankOf(round, pair) : 0
      const group = own === 0 ? ranks + 1 : own
      keys[pair - first] =
        ((group - 1) * (most + 1) + most - (own === 0 ? fit[pair]! : 0)) * opportunities + to[pair]!
    }
    keys.sort()
    for (let position = first; position < last; position += 1)
      wished[position] = pairAt(to, first, last, keys[position - first]! % opportunities)
  }
  return wished
}

/** A person's pair with an opportunity: their pairs ascend by it. */
function pairAt(to: Int32Array, first: number, last: number, opportunity: number): number {
  let [low, high] = [first, last - 1]
  while (low < high) {
    const middle = (low + high) >> 1
    if (to[middle]! < opportunity) low = middle + 1
    else high = middle
  }
  return low
}

/** Whether an opportunity would rather have one than the other: by band, then fit, then lottery. */
function isPreferred({ bands, fit }: Round, pairOf: Int32Array, one: number, other: number): boolean {
  if (bands[one] !== bands[other]) return bands[one]! < bands[other]!
  const [fitOfOne, fitOfOther] = [fit[pairOf[one]!]!, fit[pairOf[other]!]!]
  return fitOfOne === fitOfOther ? one < other : fitOfOne > fitOfOther
}

/** The people an opportunity keeps are a heap, the one it would let go first at the top. */
function push(round: Round, pairOf: Int32Array, heap: number[], person: number): void {
  let child = heap.length
  heap.push(person)
  while (child > 0) {
    const parent = (child - 1) >> 1
    if (!isPreferred(round, pairOf, heap[parent]!, heap[child]!)) return
    const kept = heap[parent]!
    heap[parent] = heap[child]!
    heap[child] = kept
    child = parent
  }
}

function settle(round: Round, pairOf: Int32Array, heap: number[]): void {
  let parent = 0
  for (;;) {
    let child = 2 * parent + 1
    if (child >= heap.length) return
    if (child + 1 < heap.length && isPreferred(round, pairOf, heap[child]!, heap[child + 1]!)) child += 1
    if (!isPreferred(round, pairOf, heap[parent]!, heap[child]!)) return
    const kept = heap[parent]!
    heap[parent] = heap[child]!
    heap[child] = kept
    parent = child
  }
}
