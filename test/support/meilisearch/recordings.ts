import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** Exchanges with a real Meilisearch 1.50, one a line, in the order in which they were made. */
export type Recording = {
  name: string
  request: { key: string; method: string; path: string; body?: unknown }
  response: { status: number; contentType: string; body: unknown }
}

export function readRecordings(name: string): Recording[] {
  const path = join(import.meta.dirname, '../../search/recordings', `${name}.jsonl`)
  return readFileSync(path, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Recording)
}
