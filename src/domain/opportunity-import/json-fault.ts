/** A place in a text, as editors count. */
export type TextPlace = { line: number; column: number }

const TOKEN =
  /[ \t\r\n]*(?:([{}[\]:,])|("[^"\\\p{Cc}]*(?:\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})[^"\\\p{Cc}]*)*")|(-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null))/uy

const SPACE = /[ \t\r\n]*/y

/** What may come next. */
type Wanted = 'value' | 'value-or-end' | 'name' | 'name-or-end' | 'colon' | 'comma-or-end' | 'nothing'

/**
 * Where a text stops being JSON. The engines tell it in words of their own, or not at all, so it is looked for here.
 * @returns the place in the text, or undefined when all of it is JSON
 */
export function findJsonFault(text: string): number | undefined {
  const open: ('{' | '[')[] = []
  let wanted: Wanted = 'value'
  let at = 0
  for (;;) {
    TOKEN.lastIndex = at
    const token = TOKEN.exec(text)
    if (!token) break
    const next = step(wanted, token, open)
    if (!next) break
    wanted = next
    at = TOKEN.lastIndex
  }
  SPACE.lastIndex = at
  SPACE.exec(text)
  const stop = SPACE.lastIndex
  return wanted === 'nothing' && stop === text.length ? undefined : stop
}

function step(wanted: Wanted, token: RegExpExecArray, open: ('{' | '[')[]): Wanted | undefined {
  const [, sign, string] = token
  const isEnd = sign === '}' || sign === ']'
  if (isEnd) {
    if (!wanted.endsWith('-end') || open.pop() !== (sign === '}' ? '{' : '[')) return undefined
    return open.length > 0 ? 'comma-or-end' : 'nothing'
  }
  if (wanted === 'colon') return sign === ':' ? 'value' : undefined
  if (wanted === 'comma-or-end') return sign === ',' ? (open.at(-1) === '{' ? 'name' : 'value') : undefined
  if (wanted.startsWith('name')) return string === undefined ? undefined : 'colon'
  if (wanted === 'nothing') return undefined
  if (sign === '{' || sign === '[') {
    open.push(sign)
    return sign === '{' ? 'name-or-end' : 'value-or-end'
  }
  if (sign !== undefined) return undefined
  return open.length > 0 ? 'comma-or-end' : 'nothing'
}

/** The line and the column of a place, both from 1. */
export function placeIn(text: string, at: number): TextPlace {
  const before = text.slice(0, at).split('\n')
  return { line: before.length, column: (before.at(-1) ?? '').length + 1 }
}
