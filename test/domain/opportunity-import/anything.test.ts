import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { IMPORT_COLUMNS } from '../../../src/domain/opportunity-import/columns'
import { readCsvRows } from '../../../src/domain/opportunity-import/csv-rows'
import { kindOfFile } from '../../../src/domain/opportunity-import/file-kind'
import { readPostings } from '../../../src/domain/opportunity-import/job-posting'
import { findJsonFault } from '../../../src/domain/opportunity-import/json-fault'
import { readJsonPostings, readPagePostings } from '../../../src/domain/opportunity-import/json-ld'
import { asPlainText, toPlainText } from '../../../src/domain/opportunity-import/plain-text'
import { LIST_WORDS } from '../../../src/routes/champion/import-file'

const TODAY = '2026-11-23'
const PROPERTIES = [
  'title',
  'description',
  'responsibilities',
  'workHours',
  'validThrough',
  'jobStartDate',
  'employmentType',
  'jobLocation',
  'jobLocationType',
  'baseSalary',
  'qualifications',
  'skills',
  'experienceRequirements',
  'educationRequirements',
  'totalJobOpenings',
]

const piece = fc.constantFrom(
  '<',
  '>',
  '<p>',
  '<script>',
  '</script',
  '<!--',
  '="',
  "'",
  '&lt;',
  '&#',
  ';',
  'a',
  ' ',
  '\n',
  '•',
)
const markup = fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join(''))
const cell = fc.oneof(fc.string(), markup, fc.constantFrom('yes', '3/12/2026', 'job', '2', '=1+1'))

// Whatever somebody uploads is read or refused with a reason; nothing of it is a fault of ours.
describe('reading what anybody may send', () => {
  it('breaks on no posting', () => {
    const posting = fc.dictionary(
      fc.constantFrom(...PROPERTIES),
      fc.oneof(fc.jsonValue({ maxDepth: 5 }), markup),
    )
    fc.assert(
      fc.property(posting, (fields) => {
        const read = readPostings([fields], TODAY)
        expect('rows' in read && read.rows).toHaveLength(1)
      }),
      { numRuns: 1000 },
    )
  })

  it('breaks on no cell', () => {
    const row = fc.array(cell, { minLength: IMPORT_COLUMNS.length, maxLength: IMPORT_COLUMNS.length + 1 })
    fc.assert(
      fc.property(row, (cells) => {
        const records = [IMPORT_COLUMNS.map(({ name }) => name), ['A', 'job'], cells]
        expect(readCsvRows({ records, brokenAt: [] }, { today: TODAY, words: LIST_WORDS })).toHaveProperty(
          'rows',
        )
      }),
      { numRuns: 500 },
    )
  })

  it('breaks on no text, and says where JSON stops exactly when it is none', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          markup,
          fc.json(),
          fc.json().map((json) => json.slice(1)),
        ),
        (text) => {
          kindOfFile(text)
          readPagePostings(text)
          readJsonPostings(text)
          let isJson = true
          try {
            JSON.parse(text)
          } catch {
            isJson = false
          }
          expect(findJsonFault(text) === undefined).toBe(isJson)
        },
      ),
      { numRuns: 2000 },
    )
  })

  it('makes a text no longer, and has nothing to do with one that is text already', () => {
    fc.assert(
      fc.property(markup, (html) => {
        // A point is two signs, and its tag is four.
        expect(toPlainText(html).length).toBeLessThanOrEqual(html.length)
      }),
      { numRuns: 2000 },
    )
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('a', 'b', '&', '5', '.', '\n') }), (text) => {
        expect(asPlainText(asPlainText(text))).toBe(asPlainText(text))
      }),
    )
  })
})
