import type { Mail } from '../../src/notify/notifier'
import { paths } from '../../src/paths'
import { Page } from '../layout/page'
import { momentText } from '../words/times'

/** What left the service, newest first. Exists in development only. */
export function SentMailPage({ mail }: { mail: readonly Mail[] }) {
  return (
    <Page title="Mail that was sent" back={{ href: paths.demo }}>
      <h1 class="govuk-heading-l">Mail that was sent</h1>
      {mail.length === 0 && <p>Nothing has been sent yet.</p>}
      {mail.map((one) => (
        <article class="wm-preview">
          <p class="wm-preview__label">
            To {one.to}, {momentText(one.at)}
          </p>
          <h2 class="govuk-heading-s">{one.subject}</h2>
          {one.body.split('\n').map((text) => (
            <p>
              {text.startsWith('http') ? <a href={text.replace(/^https?:\/\/[^/]+/, '')}>{text}</a> : text}
            </p>
          ))}
        </article>
      ))}
    </Page>
  )
}
