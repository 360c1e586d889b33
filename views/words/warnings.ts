import type { DraftWarning } from '../../src/domain/opportunity-draft'

/** What to think about in a draft, in words. Hints, never a block. */
export function warningText(warning: DraftWarning): string {
  switch (warning.kind) {
    case 'unpaid-work':
      return 'It is not paid and looks like a job. Work with set duties, or of more than about two weeks, may have to be paid at least the minimum wage.'
    case 'no-closing-date':
      return 'It has no closing date. It will close 90 days after it is published.'
    case 'closes-after-start':
      return 'Its closing day is after its first day, so somebody may ask when it has begun. That is fine if people can join later.'
    case 'long-sentences':
      return `Long sentences are hard to read. Try to split this one: “${shorten(warning.sentences[0] ?? '')}”`
    case 'acronyms':
      return `Not everybody knows these letters: ${warning.words.join(', ')}. Write them out.`
  }
}

const SHOWN_MAX = 90

const shorten = (sentence: string) =>
  sentence.length > SHOWN_MAX ? `${sentence.slice(0, SHOWN_MAX)}…` : sentence
