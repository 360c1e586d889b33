import { Canaries, type Spot } from './canary/canaries'

/** The longest that forms take of what is called by a name. */
const NAME_ROOM: Readonly<Record<string, number>> = {
  'account.name': 120,
  'organisation.name': 120,
  'not_told.sealed_words': 120,
}

const PERSON_ROOM = 60
const TITLE_ROOM = 80
const SENTENCE_ROOM = 500
const PRONOUNS_ROOM = 30
const LOCAL_PART_ROOM = 64

/** Longer than a phone is wide, and nowhere to break it. */
const UNBROKEN = 'Rhododendronspaziergangsbegleitungsvereinbarung'

/** Arabic, Dari, Hebrew; Tigrinya, which runs from left to right; one letter; and the longest there can be. */
const NAMES = [
  'عبد الرحمن بن محمد الأحمدي',
  'ሰላማዊት ገብረመድህን',
  'X',
  'longest',
  'فرشته نورزاده',
  'אביגיל בן־דוד',
  'Ō',
] as const

/** What young people write themselves, in the language they write in. */
const OWN_WORDS =
  /^(interest\.words|share\.words|message\.body|profile_answer\.|match\.decline_words)|their_words$/

/** Every text as long as it may be, and names and words that run either way. */
export class Extremes extends Canaries {
  #named = 0

  override word(spot: Spot): string {
    return super.word(spot).padEnd(spot.column.endsWith('pronouns') ? PRONOUNS_ROOM : 0, 'o')
  }

  override name(spot: Spot): string {
    const room = NAME_ROOM[spot.column] ?? PERSON_ROOM
    if (spot.column === 'organisation.name') return longest(`${super.word(spot)} ${UNBROKEN}`, room)
    const round = Math.floor(this.#named / NAMES.length)
    const name = NAMES[this.#named++ % NAMES.length] ?? ''
    // Nobody is called like somebody else: a list of who must not be told would take one for the other.
    const other = round === 0 ? '' : ` ${String.fromCodePoint('A'.charCodeAt(0) + round)}`
    return name === 'longest' ? longest(`Maximiliane${other} ${UNBROKEN}`, room) : `${name}${other}`
  }

  override title(spot: Spot): string {
    return longest(`${super.word(spot)} ${UNBROKEN}`, TITLE_ROOM)
  }

  override sentence(spot: Spot): string {
    const start = OWN_WORDS.test(spot.column) ? 'أحب المشي في الغابة. ' : ''
    return longest(`${start}${super.word(spot)} ${UNBROKEN}`, spot.room ?? SENTENCE_ROOM)
  }

  override address(spot: Spot, domain: string): string {
    return `${super.word(spot).padEnd(LOCAL_PART_ROOM, 'a')}@${domain}`
  }
}

/** Goes on with ordinary words until there is no room left. */
function longest(start: string, room: number): string {
  return `${start}${' and then some more of it'.repeat(Math.ceil(room / 24))}`.slice(0, room).trimEnd()
}
