import { valueOf, type Values } from './errors'

/** What stands in the three boxes of a day. */
export const dayBoxes = (values: Values, name: string) => ({
  day: valueOf(values, `${name}-day`),
  month: valueOf(values, `${name}-month`),
  year: valueOf(values, `${name}-year`),
})
