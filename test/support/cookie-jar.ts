/** The cookies of one browser, kept as browsers keep them: by name, until they end. */
export function createCookieJar() {
  const cookies = new Map<string, string>()
  const keep = (line: string) => {
    const [pair = ''] = line.split(';')
    const name = pair.slice(0, pair.indexOf('='))
    if (/Max-Age=0/i.test(line)) cookies.delete(name)
    else cookies.set(name, pair.slice(pair.indexOf('=') + 1))
  }
  return {
    cookies,
    keepAll: (lines: readonly string[]) => lines.forEach(keep),
    /** What a request sends; undefined when there is nothing to send. */
    header: () => [...cookies].map(([name, value]) => `${name}=${value}`).join('; ') || undefined,
  }
}
