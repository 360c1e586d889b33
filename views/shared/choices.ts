/** Every value of a closed list as the item of a group. */
export const choices = <Value extends string | number>(
  values: readonly Value[],
  words: Record<Value, string>,
) => values.map((value) => ({ value: String(value), text: words[value] }))
