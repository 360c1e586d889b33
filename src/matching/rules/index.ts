import type { Rule } from '../rule'
import { ageOnStartDate } from './age-on-start-date'
import { alreadyAnswered } from './already-answered'
import { availability } from './availability'
import { backgroundCheck } from './background-check'
import { consideration } from './consideration'
import { definition } from './definition'
import { doNotSuggest } from './do-not-suggest'
import { languages } from './languages'
import { notTold } from './not-told'
import { permissionOutlasts } from './permission-outlasts'
import { qualification } from './qualification'
import { rightToWork } from './right-to-work'
import { travel } from './travel'

/** Every hard rule, in the order in which they are read: the person's own wishes first. */
export const RULES: readonly Rule[] = [
  consideration,
  notTold,
  alreadyAnswered,
  doNotSuggest,
  definition,
  ageOnStartDate,
  rightToWork,
  permissionOutlasts,
  qualification,
  backgroundCheck,
  travel,
  availability,
]

/** Those asked of a mentor or befriender too, who is a person and is spoken to: the one list of every rule there is. */
export const ALL_RULES: readonly Rule[] = [...RULES, languages]
