import { paths } from '../../src/paths'
import { Button, TextInput } from '../govuk'
import { useFrame } from '../layout/frame'
import { Page } from '../layout/page'
import { countText } from '../words/times'

export function HomePage({ count, hasDemo }: { count: number; hasDemo: boolean }) {
  const { serviceName, signInHref } = useFrame()
  return (
    <Page title="Find something worth saying yes to">
      <h1 class="govuk-heading-xl">Find something worth saying yes to</h1>
      <p class="wm-lead">
        Work, training, mentoring, days out and help with money or a home. Real offers from people across Kent
        who have promised to be there.
      </p>
      <form class="wm-search" action={paths.browse} method="get" role="search">
        <TextInput
          name="words"
          label="What are you looking for?"
          hint="For example: animals, kitchen, music, driving"
          autocomplete="off"
        />
        <Button>{count > 0 ? `Search ${countText(count, 'offer', 'offers')}` : 'Search'}</Button>
      </form>
      <div class="wm-columns">
        <section>
          <h2 class="govuk-heading-m">How it works</h2>
          <ol class="govuk-list govuk-list--number govuk-list--spaced">
            <li>Look at what there is. You do not have to sign in to look.</li>
            <li>Sign in and say “I’m interested”. Only the 18+ team sees that.</li>
            <li>The team talks it through with you. Nobody else knows about you until you say yes.</li>
            <li>You choose what to share, and with whom. You can stop at any time.</li>
          </ol>
        </section>
        <aside class="wm-box">
          <h2 class="govuk-heading-m">Been invited?</h2>
          <p>
            Your adviser or the 18+ team can invite you to {serviceName}. Then you sign in with your email
            address.
          </p>
          <Button href={signInHref} variant="secondary">
            Sign in
          </Button>
          {hasDemo && (
            <p>
              <a href={paths.demo}>Try the demonstration</a>
            </p>
          )}
        </aside>
      </div>
    </Page>
  )
}
