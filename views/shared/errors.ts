/** What a form was answered with: the message of each field that was wrong. */
export type FieldErrors = readonly { field: string; message: string }[]

/** The links of the error summary. A date's link goes to its day. */
export function errorLinks(errors: FieldErrors, dateFields: readonly string[] = []) {
  return errors.map(({ field, message }) => ({
    text: message,
    href: dateFields.includes(field) ? `#${field}-day` : `#${field}`,
  }))
}

/** The message of one field, if it was wrong. */
export function errorOf(errors: FieldErrors, field: string): string | undefined {
  return errors.find((error) => error.field === field)?.message
}

export type Values = Readonly<Record<string, string | readonly string[] | undefined>>

/** What was typed into a field, to show it again. */
export function valueOf(values: Values, field: string): string {
  const value = values[field]
  return typeof value === 'string' ? value : ''
}

/** What was ticked in a group. */
export function valuesOf(values: Values, field: string): readonly string[] {
  const value = values[field]
  return Array.isArray(value) ? (value as readonly string[]) : []
}
