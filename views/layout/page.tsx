import { raw } from 'hono/html'
import type { Child } from 'hono/jsx'
import {
  BackLink,
  ExitThisPage,
  ExitThisPageSkipLink,
  NotificationBanner,
  PhaseBanner,
  SkipLink,
} from '../govuk'
import { classNames } from '../govuk/class-names'
import { Footer } from './footer'
import { useFrame } from './frame'
import { Header } from './header'

export type PageProps = {
  title: string
  children: Child
  /** Puts "Error:" before the title, so that a screen reader says it first. */
  hasErrors?: boolean | undefined
  back?: { href: string; text?: string | undefined } | undefined
  /** Uses the whole width, for team tables and maps. */
  isWide?: boolean | undefined
  /** The same as a feed, for readers of feeds. */
  feedHref?: string | undefined
  /** Still here for whoever has its address, but not for search engines. */
  isUnlisted?: boolean | undefined
  /** Leaves the heading out of the browser's tab and history, for pages whose name says too much. */
  isNeutral?: boolean | undefined
}

/**
 * The one inline script. Its SHA-256 stands in the content security policy, so not a character may change;
 * `test/views/govuk/fixtures.test.tsx` compares it.
 */
export const TEMPLATE_SCRIPT =
  "document.body.className += ' js-enabled' + ('noModule' in HTMLScriptElement.prototype ? ' govuk-frontend-supported' : '');"

/** A whole document but for its doctype, which the renderer puts first. */
export function Page(props: PageProps) {
  const { audience } = useFrame()
  const mayHide = audience === 'care-leaver'
  const width = classNames('govuk-width-container', props.isWide && 'wm-wide')
  return (
    <html lang="en" class={classNames('govuk-template', mayHide && 'wm-has-exit')}>
      <Head {...props} />
      <body class={classNames('govuk-template__body', `wm-body--${audience}`)}>
        <script>{raw(TEMPLATE_SCRIPT)}</script>
        <SkipLink href="#main-content" text="Skip to main content" />
        {mayHide ? <ExitThisPageSkipLink /> : null}
        <Header isWide={props.isWide} />
        <div class={width}>
          <Before back={props.back} mayHide={mayHide} />
          <main class="govuk-main-wrapper" id="main-content">
            {props.children}
          </main>
        </div>
        <Footer isWide={props.isWide} />
        <Ending />
      </body>
    </html>
  )
}

/** Hidden until the script shows it; without a script the server simply asks for a new code. */
function Ending() {
  const { idleMinutes, accountHref } = useFrame()
  if (idleMinutes === null) return null
  return (
    <div
      class="wm-ending"
      data-minutes={idleMinutes}
      data-stay={accountHref}
      role="alertdialog"
      aria-labelledby="session-ending"
      tabindex={-1}
      hidden
    >
      <p id="session-ending">
        <strong>You will be signed out in 2 minutes.</strong> What is on this page and not sent will be lost.
      </p>
      <button type="button" class="govuk-button">
        Stay signed in
      </button>
    </div>
  )
}

function Head({ title, hasErrors, isNeutral, isUnlisted, feedHref }: PageProps) {
  const { serviceName, assets } = useFrame()
  const shown = isNeutral ? serviceName : `${title} – ${serviceName}`
  return (
    <head>
      <meta charset="utf-8" />
      <title>{hasErrors ? `Error: ${shown}` : shown}</title>
      <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover" />
      <meta name="theme-color" content="#12454f" />
      {isUnlisted ? <meta name="robots" content="noindex" /> : null}
      <link rel="icon" sizes="any" href={assets.favicon} type="image/svg+xml" />
      <link rel="preload" href={assets.font} as="font" type="font/woff2" crossorigin="anonymous" />
      <link rel="stylesheet" href={assets.stylesheet} />
      {feedHref ? (
        <link
          rel="alternate"
          type="application/atom+xml"
          title={`New offers – ${serviceName}`}
          href={feedHref}
        />
      ) : null}
      <script type="module" src={assets.script}></script>
    </head>
  )
}

type BeforeProps = { back: PageProps['back']; mayHide: boolean }

/** What stands between the header and the page's own content. */
function Before({ back, mayHide }: BeforeProps) {
  const { notice, isDevelopment } = useFrame()
  return (
    <>
      {isDevelopment ? <PhaseBanner tag="Demo">The people and offers here are made up.</PhaseBanner> : null}
      {mayHide ? <ExitThisPage /> : null}
      {back ? <BackLink {...back} /> : null}
      {notice ? (
        <NotificationBanner variant="success" titleId="notice-title">
          {notice}
        </NotificationBanner>
      ) : null}
    </>
  )
}
