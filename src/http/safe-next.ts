/** A path of our own to go on to, or undefined. Never another site: `//evil` and `/\evil` are refused. */
export function safeNext(next: string | undefined): string | undefined {
  return next && /^\/(?![/\\])[\w/.-]*$/.test(next) ? next : undefined
}
