import { raw } from 'hono/html'

/**
 * Structured data for search engines. JSX would escape what stands inside a script, so it is written raw, with
 * what could end the script or a line of it escaped as JSON allows.
 */
export function JsonLd({ data }: { data: Record<string, unknown> }) {
  const json = JSON.stringify(data)
    .replaceAll('<', '\\u003c')
    .replaceAll('\u2028', '\\u2028')
    .replaceAll('\u2029', '\\u2029')
  return <script type="application/ld+json">{raw(json)}</script>
}
