import type { Context } from 'hono'
import { z } from 'zod'
import type { AppEnv } from '../../http/app-env'

export const SIZE_MAX = 100

/** Kilometres from the middle of a district, where nothing else is asked for, and at most. */
export const WITHIN_KM = 20
export const WITHIN_KM_MAX = 200

/** One number of a parameter; the last one where it stands more than once. */
export const numberUpTo = (max: number, otherwise: number) =>
  z
    .array(z.coerce.number().int().min(1).max(max))
    .optional()
    .transform((values) => values?.at(-1) ?? otherwise)

/** Any of a closed list, as often as it stands; none means all of them. */
export const anyOf = <Value extends string>(values: readonly Value[]) =>
  z.array(z.enum(values as readonly [Value, ...Value[]])).default([])

/** One of a closed list; the last one where it stands more than once. */
export const oneOf = <Value extends string>(values: readonly Value[]) =>
  z
    .array(z.enum(values as readonly [Value, ...Value[]]))
    .optional()
    .transform((chosen) => chosen?.at(-1) ?? null)

/** `yes` narrows; anything else is a mistake. */
export const yes = () =>
  z
    .array(z.literal('yes'))
    .optional()
    .transform((values) => values !== undefined)

type Read<Value> = { ok: true; value: Value } | { ok: false; problem: string }

/**
 * What a machine asks for. A value that is not known is refused with its name: to answer with everything instead
 * would be taken for what was asked. Parameters that are not known do nothing.
 */
export function readQuery<Shape extends z.ZodRawShape>(
  c: Context<AppEnv>,
  schema: z.ZodObject<Shape>,
): Read<z.output<z.ZodObject<Shape>>> {
  const parsed = schema.safeParse(c.req.queries())
  if (parsed.success) return { ok: true, value: parsed.data }
  const name = String(parsed.error.issues[0]?.path[0] ?? '')
  return { ok: false, problem: `The parameter ${name} has a value that is not known` }
}
