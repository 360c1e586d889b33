import type { Context } from 'hono'
import { z } from 'zod'
import type { AppEnv } from './app-env'
import { Problem } from './problems'

export type FormValues = Record<string, string | string[]>
export type FieldError = { field: string; message: string }

/** What a form is shown again with: what was typed, and what is wrong with it. */
export type FormProblem = { values: FormValues; errors: FieldError[] }

export type FormResult<Value> = { ok: true; value: Value; values: FormValues } | ({ ok: false } & FormProblem)

const LISTS = new WeakSet<object>()

/** A checkbox group: always a list, whether none, one or many were ticked. */
export function list<Item extends z.ZodType>(item: Item, required?: string) {
  const schema = required ? z.array(item).min(1, required) : z.array(item)
  LISTS.add(schema)
  return schema
}

/** One line of text, trimmed, with the messages people read. */
export function line(name: string, max: number, required?: string) {
  const text = z.string(required).max(max, `${name} must be ${max} characters or fewer`)
  return required ? text.min(1, required) : text.default('')
}

/** A mail address somebody typed. */
export function emailField() {
  return z
    .string('Enter an email address')
    .min(1, 'Enter an email address')
    .max(254, 'Email address must be 254 characters or fewer')
    .regex(/^[^\s@]+@[^\s@]+\.[^\s@]+$/, 'Enter an email address like name@example.com')
}

/** The only way a request body becomes data. What the person typed is kept, to show it back. */
export function readForm<Shape extends z.ZodRawShape>(
  c: Context<AppEnv>,
  schema: z.ZodObject<Shape>,
): FormResult<z.output<z.ZodObject<Shape>>> {
  const values = valuesOf(c.var.form, schema)
  const parsed = schema.safeParse(values)
  if (parsed.success) return { ok: true, value: parsed.data, values }
  return { ok: false, values, errors: firstErrors(parsed.error) }
}

/** One message a field: the first. */
function firstErrors(error: z.ZodError): FieldError[] {
  const byField = new Map<string, string>()
  for (const issue of error.issues) {
    const field = String(issue.path[0] ?? '')
    if (!byField.has(field)) byField.set(field, issue.message)
  }
  return [...byField].map(([field, message]) => ({ field, message }))
}

/** Only the fields the schema names; lists stay lists, of anything else the last one wins. */
function valuesOf(form: FormData, schema: z.ZodObject): FormValues {
  const values: FormValues = {}
  for (const [name, field] of Object.entries(schema.shape)) {
    const sent = form
      .getAll(name)
      .filter((value) => typeof value === 'string')
      .map(clean)
    if (LISTS.has(field as object)) values[name] = sent
    else if (sent.length > 0) values[name] = sent[sent.length - 1] as string
  }
  return values
}

/** Trimmed, with one kind of line end and without the control characters nobody types. */
function clean(text: string): string {
  return text
    .replaceAll('\r\n', '\n')
    .replace(/[^\P{Cc}\t\n]/gu, '')
    .trim()
}

const ID = /^[0-9a-f]{32}$/

/** An id from the path; anything that is not one does not exist. */
export function readId<Id extends string>(c: Context<AppEnv>, name = 'id'): Id {
  const id = c.req.param(name) ?? ''
  if (!ID.test(id)) throw new Problem(404)
  return id as Id
}
