import { ExitThisPage } from 'govuk-frontend'

/**
 * Leaves for another site so that whoever takes the phone next finds nothing: the page's own entry in the history is
 * replaced, and the session ends, so that the entries before it lead to the sign-in page.
 */
export class ExitAndSignOut extends ExitThisPage {
  override exitPage(): void {
    document.body.classList.add('govuk-exit-this-page-hide-content')
    const signOut = document.querySelector<HTMLFormElement>('.wm-header__sign-out')
    if (signOut) navigator.sendBeacon(signOut.action, new URLSearchParams(new FormData(signOut) as never))
    window.location.replace(this.$button.href)
  }
}
