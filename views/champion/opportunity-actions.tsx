import type { OpportunityWork } from '../../db/queries/opportunities'
import { nextOpportunityState } from '../../src/domain/opportunity'
import { paths } from '../../src/paths'
import { Button, ButtonGroup } from '../govuk'
import { Form } from '../layout/form'

/** What can be done with it now. What cannot be taken back asks again on a page of its own. */
export function Actions({ work }: { work: OpportunityWork }) {
  const { id, content, revision, state } = work
  const may = (verb: 'pause' | 'resume' | 'close' | 'withdraw') =>
    content !== null && nextOpportunityState(state, verb)
  const hasEnded = state === 'closed' || state === 'expired' || state === 'withdrawn'
  const isFindable = state === 'published' || state === 'closed' || state === 'expired'
  return (
    <section aria-labelledby="actions">
      <h2 class="govuk-heading-m" id="actions">
        What you can do
      </h2>
      <ButtonGroup>
        {content && !revision && state !== 'archived' ? (
          <PostButton action={paths.champion.edit(id)}>Edit</PostButton>
        ) : null}
        {content && hasEnded ? (
          <Button href={paths.champion.change(id, 'reinstate')} variant="secondary">
            Bring it back
          </Button>
        ) : null}
        {may('pause') ? <PostButton action={paths.champion.change(id, 'pause')}>Pause</PostButton> : null}
        {may('resume') ? <PostButton action={paths.champion.change(id, 'resume')}>Resume</PostButton> : null}
        {content || revision ? (
          <PostButton action={paths.champion.copy(id)}>Copy as a new draft</PostButton>
        ) : null}
      </ButtonGroup>
      <ul class="govuk-list govuk-list--spaced">
        {content && isFindable ? (
          <Link href={paths.opportunity(id)}>See its page as others see it</Link>
        ) : null}
        {revision ? (
          <Link href={paths.champion.drop(id)}>{content ? 'Drop the new version' : 'Drop this draft'}</Link>
        ) : null}
        {may('close') ? <Link href={paths.champion.change(id, 'close')}>Close it</Link> : null}
        {may('withdraw') ? <Link href={paths.champion.change(id, 'withdraw')}>Withdraw it</Link> : null}
        <Link href={paths.champion.history(id)}>History</Link>
      </ul>
    </section>
  )
}

function PostButton({ action, children }: { action: string; children: string }) {
  return (
    <Form action={action}>
      <Button variant="secondary">{children}</Button>
    </Form>
  )
}

function Link({ href, children }: { href: string; children: string }) {
  return (
    <li>
      <a href={href}>{children}</a>
    </li>
  )
}
