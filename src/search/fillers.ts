/** The words around a wish, as people type or say them. The longest first, so that nothing is left over. */
const PHRASES: readonly (readonly string[])[] = [
  'i would like to be a',
  'i would like to be an',
  'i would like to',
  'i would like a',
  'i would like',
  'i want to be a',
  'i want to be an',
  'i want to become a',
  'i want to become an',
  'i want to do',
  'i want to get',
  'i want to',
  'i want a',
  'i want',
  'i wanna be a',
  'i wanna',
  'i need to',
  'i need a',
  'i need some',
  'i need',
  'i like',
  'i love',
  'i enjoy',
  'i feel',
  'i am',
  'i have',
  'i can',
  'im looking for',
  'i am looking for',
  'i m looking for',
  'looking for a',
  'looking for',
  'searching for',
  'interested in',
  'how do i',
  'how can i',
  'how to',
  'where can i',
  'can i',
  'can you help me',
  'help me get',
  'help me find',
  'help me to',
  'help me',
  'get me',
  'find me',
  'show me',
  'give me',
  'something to do with',
  'something with',
  'anything to do with',
  'anything with',
  'stuff to do with',
  'to do with',
  'near me',
  'close to me',
  'around me',
  'in my area',
  'near where i live',
  'for people like me',
  'for me',
  'right now',
  'as soon as possible',
  'please',
]
  .map((phrase) => phrase.split(' '))
  .sort((one, other) => other.length - one.length)

/** Words that say nothing about an offer. “No” stays: “no experience” means something. */
const WORDS = new Set(
  (
    'a an and any anything are as at am be been being but by can could did do does doing for from get gets getting go going ' +
    'got had has have he her him his how i if im in into is it its just like me my near of on or our out own please need needs ' +
    'really she should so some something than that the their them then there these they thing things this those to too up us ' +
    'want was we were what when where which while who why will with would you your become find kent'
  ).split(' '),
)

/** What somebody typed without the words around the wish. When nothing would be left, nothing is dropped. */
export function withoutFillers(tokens: readonly string[]): string[] {
  const kept: string[] = []
  for (let index = 0; index < tokens.length;) {
    const phrase = PHRASES.find((words) => words.every((word, offset) => tokens[index + offset] === word))
    if (phrase) index += phrase.length
    else {
      if (!WORDS.has(tokens[index] as string)) kept.push(tokens[index] as string)
      index += 1
    }
  }
  return kept
}
