/** What a file holds, by what stands in it: names and types of uploads say little. */
export type FileKind = 'csv' | 'json' | 'page' | 'workbook' | 'not-text' | 'empty'

const CONTROL = /[^\P{Cc}\t\n\v\f\r\u0080-\u009f]/u

export function kindOfFile(text: string): FileKind {
  const start = text.slice(0, 2000).trimStart()
  if (text.startsWith('PK\u0003\u0004')) return 'workbook'
  if (CONTROL.test(text)) return 'not-text'
  if (text.trim() === '') return 'empty'
  if (start.startsWith('{') || start.startsWith('[')) return 'json'
  return start.startsWith('<') || /<script[^<>]*ld\+json/i.test(text) ? 'page' : 'csv'
}
