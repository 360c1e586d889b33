import { DISTRICT_CODES, DISTRICTS } from '../../src/domain/taxonomy'

/** Every value of a closed list as the item of a group. */
export const choices = <Value extends string | number>(
  values: readonly Value[],
  words: Record<Value, string>,
) => values.map((value) => ({ value: String(value), text: words[value] }))

/** Kent's districts and Medway, as somebody looks for them in a list. */
export const AREAS_BY_NAME = DISTRICT_CODES.map((value) => ({ value, text: DISTRICTS[value] })).sort(
  (one, other) => one.text.localeCompare(other.text),
)
