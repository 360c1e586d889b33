import { createReadStream, existsSync } from 'node:fs'
import { basename } from 'node:path'
import Papa from 'papaparse'

const FAULTS_SHOWN = 1000

/** What is wrong with some files, each with its file, line and column; the first thousand are kept in words. */
export class Faults {
  count = 0
  private readonly shown: string[] = []

  add(file: string, line: number, column: string, message: string): void {
    this.count += 1
    if (this.shown.length < FAULTS_SHOWN)
      this.shown.push(`${basename(file)}, line ${line}, column ${column}: ${message}`)
  }

  lines(): string[] {
    const more = this.count - this.shown.length
    return more > 0 ? [...this.shown, `and ${more} more`] : this.shown
  }
}

type Cells = Record<string, string>

/** Gives every line of a CSV file with a header, and its number. Wrong headers and lines that do not fit are faults. */
export async function eachLine(
  file: string,
  columns: { needed: readonly string[]; optional: readonly string[] },
  faults: Faults,
  see: (cells: Cells, line: number, header: readonly string[]) => void,
): Promise<void> {
  if (!existsSync(file)) return faults.add(file, 0, '-', 'there is no such file')
  let header: string[] | undefined
  // Lines say nothing under a header that is wrong.
  let isReadable = false
  let line = 0
  await new Promise<void>((resolve, reject) => {
    Papa.parse<string[]>(createReadStream(file, 'utf8'), {
      chunk({ data, errors }) {
        for (const error of errors)
          if (error.type === 'Quotes') faults.add(file, line + 1 + (error.row ?? 0), '-', error.message)
        for (const values of data) {
          line += 1
          if (!header) {
            const before = faults.count
            header = readHeader(values, line)
            isReadable = faults.count === before
          } else if (isReadable && (values.length > 1 || values[0] !== '')) seeLine(values, header)
        }
      },
      complete: () => resolve(),
      error: reject,
    })
  })
  if (!header) faults.add(file, 1, '-', `the file is empty; it needs the header ${columns.needed.join(',')}`)

  function readHeader(values: string[], at: number): string[] {
    const names = values.map((name) => name.replace(/^\uFEFF/, '').trim())
    for (const name of columns.needed)
      if (!names.includes(name)) faults.add(file, at, name, 'is missing from the header')
    for (const [index, name] of names.entries()) {
      if (![...columns.needed, ...columns.optional].includes(name))
        faults.add(file, at, name || String(index + 1), 'is not a column of this file')
      else if (names.indexOf(name) !== index) faults.add(file, at, name, 'stands in the header twice')
    }
    return names
  }

  function seeLine(values: string[], names: string[]): void {
    if (values.length !== names.length)
      return faults.add(
        file,
        line,
        String(Math.min(values.length, names.length) + 1),
        `has ${values.length} values where the header has ${names.length}`,
      )
    const cells: Cells = {}
    for (let index = 0; index < names.length; index += 1)
      cells[names[index] as string] = values[index] as string
    see(cells, line, names)
  }
}
