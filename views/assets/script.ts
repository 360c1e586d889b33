import {
  Button,
  CharacterCount,
  Checkboxes,
  createAll,
  ErrorSummary,
  NotificationBanner,
  Radios,
  ServiceNavigation,
  SkipLink,
} from 'govuk-frontend'
import { ExitAndSignOut } from './exit-and-sign-out'
import { warnBeforeTheEnd } from './warn-before-the-end'

// Every page works without this: it only adds what a browser alone cannot do.
const COMPONENTS = [
  Button,
  CharacterCount,
  Checkboxes,
  ErrorSummary,
  ExitAndSignOut,
  NotificationBanner,
  Radios,
  ServiceNavigation,
  SkipLink,
]

for (const component of COMPONENTS) createAll(component)

const warning = document.querySelector<HTMLElement>('.wm-ending')
if (warning) warnBeforeTheEnd(warning)

// What is being worked out is soon there; without a script there is a link to look again.
const lookAgain = document.querySelector<HTMLElement>('[data-look-again]')
if (lookAgain) setTimeout(() => window.location.reload(), Number(lookAgain.dataset.lookAgain) * 1000)

// On a wide screen there is room for the filters beside the results; on a phone they would push them away.
if (window.matchMedia('(min-width: 48.0625em)').matches)
  for (const panel of document.querySelectorAll<HTMLDetailsElement>('details.wm-filters')) panel.open = true
