import { Page } from '../layout/page'

export type ProblemStatus = 400 | 403 | 404 | 409 | 413 | 415 | 422 | 429 | 500 | 503

const WORDS: Record<ProblemStatus, { title: string; body: string }> = {
  400: { title: 'We could not read that', body: 'Go back to the page you were on and try again.' },
  403: {
    title: 'You cannot see this page',
    body: 'Your account cannot open it. If you think it should, ask the 18+ team.',
  },
  404: {
    title: 'Page not found',
    body: 'It may have closed or moved. If you typed the web address, check it is correct.',
  },
  409: {
    title: 'This cannot be done now',
    body: 'Someone else got there first, or the time for this has passed. Nothing you can see here is lost.',
  },
  413: {
    title: 'That was too big',
    body: 'What you sent is larger than this page can take. Make it shorter and try again.',
  },
  415: { title: 'We could not read that', body: 'Go back to the page you were on and try again.' },
  422: {
    title: 'This form has already been sent',
    body: 'Open the page again to see how things stand now. You can then make another change.',
  },
  429: { title: 'Too many tries', body: 'Wait 15 minutes and try again.' },
  500: {
    title: 'Sorry, there is a problem with the service',
    body: 'Try again later. Your last step may not have been saved.',
  },
  503: {
    title: 'Sorry, the service is busy',
    body: 'Try again in a few seconds. Your last step has not been saved.',
  },
}

/** Says what happened and what to do next. Never says why in technical words. */
export function ProblemPage({
  status,
  words,
  reference,
  pageBefore,
}: {
  status: ProblemStatus
  words?: string
  reference?: string
  /** Where they sent it from: it says how things stand now. */
  pageBefore?: string
}) {
  const { title, body } = WORDS[status]
  return (
    <Page title={title}>
      <h1 class="govuk-heading-l">{title}</h1>
      <p class="govuk-body">{words ?? body}</p>
      {reference && <p class="govuk-body-s">If you contact us, quote {reference}.</p>}
      {pageBefore && (
        <p class="govuk-body">
          <a class="govuk-link" href={pageBefore}>
            Open the page again
          </a>
        </p>
      )}
      <p class="govuk-body">
        <a class="govuk-link" href="/">
          Go to the start page
        </a>
      </p>
    </Page>
  )
}
