import type { Child } from 'hono/jsx'
import type { OpportunityWork } from '../../db/queries/opportunities'
import { nextOpportunityState } from '../../src/domain/opportunity'
import { paths } from '../../src/paths'
import { Button } from '../govuk'
import { Form } from '../layout/form'

/** What can be done with it now. What cannot be taken back asks again on a page of its own. */
export function Actions({ work }: { work: OpportunityWork }) {
  const { id, content, revision, state } = work
  const may = (verb: 'pause' | 'resume' | 'close' | 'withdraw') =>
    content !== null && nextOpportunityState(state, verb) !== undefined
  const isFindable = state === 'published' || state === 'closed' || state === 'expired'
  return (
    <section aria-labelledby="actions">
      <h2 class="govuk-heading-m" id="actions">
        What you can do
      </h2>
      <Main work={work} />
      <ul class="govuk-list govuk-list--spaced">
        {content && isFindable ? (
          <Link href={paths.opportunity(id)}>See its page as others see it</Link>
        ) : null}
        {may('pause') ? <Post action={paths.champion.change(id, 'pause')}>Pause it</Post> : null}
        {content || revision ? <Post action={paths.champion.copy(id)}>Copy it as a new draft</Post> : null}
        {revision ? (
          <Link href={paths.champion.drop(id)}>{content ? 'Drop the new version' : 'Drop this draft'}</Link>
        ) : null}
        {may('close') ? <Link href={paths.champion.change(id, 'close')}>Close it</Link> : null}
        {may('withdraw') ? <Link href={paths.champion.change(id, 'withdraw')}>Withdraw it</Link> : null}
        <Link href={paths.champion.history(id)}>See its history</Link>
      </ul>
    </section>
  )
}

/** The one or two things people mostly come for. */
function Main({ work: { id, content, revision, state, stoppedBecause } }: { work: OpportunityWork }) {
  if (!content || state === 'archived') return null
  const hasEnded = state === 'closed' || state === 'expired' || state === 'withdrawn'
  return (
    <>
      {hasEnded && !stoppedBecause ? (
        <Button href={paths.champion.change(id, 'reinstate')} isFullWidth>
          Bring it back
        </Button>
      ) : null}
      {state === 'paused' && !stoppedBecause ? (
        <Form action={paths.champion.change(id, 'resume')}>
          <Button isFullWidth>Resume it</Button>
        </Form>
      ) : null}
      {revision ? null : (
        <Form action={paths.champion.edit(id)}>
          <Button variant="secondary" isFullWidth>
            Edit it
          </Button>
        </Form>
      )}
    </>
  )
}

function Link({ href, children }: { href: string; children: Child }) {
  return (
    <li>
      <a href={href}>{children}</a>
    </li>
  )
}

/** Looks like its neighbours, but changes something: so it is a form. */
function Post({ action, children }: { action: string; children: Child }) {
  return (
    <li>
      <Form action={action}>
        <button type="submit" class="wm-link-button">
          {children}
        </button>
      </Form>
    </li>
  )
}
