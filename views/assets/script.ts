import {
  Button,
  CharacterCount,
  Checkboxes,
  createAll,
  ErrorSummary,
  ExitThisPage,
  NotificationBanner,
  Radios,
  ServiceNavigation,
  SkipLink,
} from 'govuk-frontend'

// Every page works without this: it only adds what a browser alone cannot do.
const COMPONENTS = [
  Button,
  CharacterCount,
  Checkboxes,
  ErrorSummary,
  ExitThisPage,
  NotificationBanner,
  Radios,
  ServiceNavigation,
  SkipLink,
]

for (const component of COMPONENTS) createAll(component)

// On a wide screen there is room for the filters beside the results; on a phone they would push them away.
if (window.matchMedia('(min-width: 48.0625em)').matches)
  for (const panel of document.querySelectorAll<HTMLDetailsElement>('details.wm-filters')) panel.open = true
