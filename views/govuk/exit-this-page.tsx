export type ExitThisPageProps = { redirectUrl?: string | undefined }

const ELSEWHERE = 'https://www.bbc.co.uk/weather'

/** Leaves at once for a page that gives nothing away; also on pressing Shift three times. */
export function ExitThisPage({ redirectUrl = ELSEWHERE }: ExitThisPageProps) {
  return (
    <div class="govuk-exit-this-page" data-module="govuk-exit-this-page">
      <a
        href={redirectUrl}
        role="button"
        draggable="false"
        class="govuk-button govuk-button--warning govuk-exit-this-page__button govuk-js-exit-this-page-button"
        data-module="govuk-button"
        rel="nofollow noreferrer"
      >
        <span class="govuk-visually-hidden">Emergency</span> Exit this page
      </a>
    </div>
  )
}

/** The same way out as the first thing a keyboard reaches. */
export function ExitThisPageSkipLink({ redirectUrl = ELSEWHERE }: ExitThisPageProps) {
  return (
    <a
      href={redirectUrl}
      class="govuk-skip-link govuk-js-exit-this-page-skiplink"
      rel="nofollow noreferrer"
      data-module="govuk-skip-link"
    >
      Exit this page
    </a>
  )
}
