const MINUTE_MS = 60_000

/** Says so two minutes before an idle session ends, and lets people stay (WCAG 2.2, success criterion 2.2.1). */
export function warnBeforeTheEnd(warning: HTMLElement): void {
  const warnAfterMs = (Number(warning.dataset.minutes) - 2) * MINUTE_MS
  const stay = warning.querySelector('button')
  const words = warning.querySelector('p')
  let timer = window.setTimeout(show, warnAfterMs)

  function show() {
    warning.hidden = false
    warning.focus()
  }

  stay?.addEventListener('click', async () => {
    // The account's own page: asking for it moves the session's end and is no look at anybody.
    const answer = await fetch(warning.dataset.stay ?? '', { redirect: 'manual' }).catch(() => undefined)
    if (!answer?.ok) {
      if (words) words.textContent = 'You have been signed out. Copy what you want to keep before you go on.'
      stay.remove()
      return
    }
    warning.hidden = true
    window.clearTimeout(timer)
    timer = window.setTimeout(show, warnAfterMs)
  })
}
