/** A word that no offer has, and who typed it. */
export type UnfoundWord = { word: string; accountId: string }

/** Between two turns of the timer; what comes after is not counted. */
const NOTED_MAX = 500

/**
 * Words that searches left out because no offer has them, kept in memory until the timer writes them down: looking for
 * something writes nothing. What a process holds when it ends is forgotten.
 */
export class UnfoundWords {
  private noted = new Map<string, UnfoundWord>()

  note(words: readonly string[], accountId: string): void {
    for (const word of words) {
      if (this.noted.size >= NOTED_MAX) return
      this.noted.set(`${accountId} ${word}`, { word, accountId })
    }
  }

  /** All of them, and from then on none. */
  take(): UnfoundWord[] {
    const words = [...this.noted.values()]
    this.noted = new Map()
    return words
  }
}
