const MINUTE_MS = 60_000

/** Says so two minutes before an idle session ends, and lets people stay (WCAG 2.2, success criterion 2.2.1). */
export function warnBeforeTheEnd(warning: HTMLElement): void {
  const warnAfterMs = (Number(warning.dataset.minutes) - 2) * MINUTE_MS
  const stay = warning.querySelector('button')
  let timer = window.setTimeout(show, warnAfterMs)

  function show() {
    warning.hidden = false
    warning.focus()
  }

  stay?.addEventListener('click', async () => {
    // Any page the server answers moves the session's end.
    await fetch(window.location.href, { credentials: 'same-origin' })
    warning.hidden = true
    window.clearTimeout(timer)
    timer = window.setTimeout(show, warnAfterMs)
  })
}
