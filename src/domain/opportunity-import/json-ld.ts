import { readTag, toLowerSameLength } from './html-tag'
import { findJsonFault, placeIn } from './json-fault'

/** Whatever stands between braces. */
export type JsonObject = Readonly<Record<string, unknown>>

export const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

type Block = { text: string; start: number }

/** The postings of a JSON file, or the reason why there are none. */
export const readJsonPostings = (text: string) => postingsIn(text, [{ text, start: 0 }])

/** The postings in the scripts of a page. One script that is not JSON does not hide the others. */
export function readPagePostings(html: string): { postings: JsonObject[] } | { fault: string } {
  const blocks = scriptsOf(html)
  if (blocks.length === 0)
    return { fault: 'The page has no <script type="application/ld+json">, which is where job postings stand' }
  return postingsIn(html, blocks)
}

function postingsIn(text: string, blocks: readonly Block[]): { postings: JsonObject[] } | { fault: string } {
  const postings: JsonObject[] = []
  let brokenAt: number | undefined
  for (const block of blocks) {
    const value = parse(block.text)
    if (value === undefined) brokenAt ??= block.start + (findJsonFault(block.text) ?? 0)
    else for (const posting of findPostings(value.json)) postings.push(posting)
  }
  if (postings.length > 0) return { postings }
  if (brokenAt === undefined)
    return { fault: 'The file has no JobPosting in it. Its “@type” must be JobPosting' }
  const { line, column } = placeIn(text, brokenAt)
  return {
    fault: `The file is not whole JSON: it stops making sense in line ${line}, at character ${column}`,
  }
}

function parse(text: string): { json: unknown } | undefined {
  try {
    return { json: JSON.parse(text) }
  } catch {
    return undefined
  }
}

/** Every JobPosting, however deep: in lists, in a `@graph`, as the thing a page is about. None inside another. */
function findPostings(json: unknown): JsonObject[] {
  const waiting: unknown[] = [json]
  const found: JsonObject[] = []
  while (waiting.length > 0) {
    const value = waiting.pop()
    if (isObject(value) && isPosting(value)) found.push(value)
    // The last goes in first, so that postings come out in the order of the file.
    else for (const inner of innerOf(value).reverse()) waiting.push(inner)
  }
  return found
}

function innerOf(value: unknown): unknown[] {
  const all = Array.isArray(value) ? (value as unknown[]) : isObject(value) ? Object.values(value) : []
  return all.filter((one) => typeof one === 'object' && one !== null)
}

function isPosting(value: JsonObject): boolean {
  const types = [value['@type']].flat()
  return types.some((type) => typeof type === 'string' && /(?:^|[/:#])JobPosting$/.test(type))
}

/** What stands in each script of linked data; one that is never closed reaches to the end. */
function scriptsOf(html: string): Block[] {
  const lower = toLowerSameLength(html)
  const blocks: Block[] = []
  let at = lower.indexOf('<script')
  while (at !== -1) {
    const start = readTag(lower, at)?.end ?? at + 1
    const close = lower.indexOf('</script', start)
    const end = close === -1 ? lower.length : close
    if (lower.slice(at, start).includes('ld+json')) blocks.push({ text: html.slice(start, end), start })
    at = lower.indexOf('<script', end)
  }
  return blocks
}
