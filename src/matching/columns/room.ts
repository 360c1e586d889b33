/**
 * Room for the pairs of one person while they are found, so that no search has to make its own: what stands in it is
 * good until the next search. All by place, from 0.
 */
export type Room = {
  /** Index of the opening of each pair. */
  to: Int32Array
  /** What the rules say of each. */
  words: Uint16Array
  /** Where the trip of each stands among the tables. */
  trips: Int32Array
  /** The answer and the score in hundredths, of those that no rule refuses. */
  answer: Uint8Array
  hundredths: Int16Array
}

export const roomFor = (openings: number): Room => ({
  to: new Int32Array(openings),
  words: new Uint16Array(openings),
  trips: new Int32Array(openings),
  answer: new Uint8Array(openings),
  hundredths: new Int16Array(openings),
})
