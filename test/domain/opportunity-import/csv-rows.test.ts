import { describe, expect, it } from 'vitest'
import { IMPORT_COLUMNS } from '../../../src/domain/opportunity-import/columns'
import { readCsvRows } from '../../../src/domain/opportunity-import/csv-rows'
import { withPlace } from '../../../src/domain/opportunity-import/imported-row'
import { sectionsToDo } from '../../../src/domain/opportunity-draft'
import { LIST_WORDS } from '../../../src/routes/champion/import-file'

const context = { today: '2026-11-23', words: LIST_WORDS }
const readAll = (...records: string[][]) => readCsvRows({ records, brokenAt: [] }, context)

function read(cells: Record<string, string>) {
  const answer = readAll(
    Object.keys({ title: '', kind: '', ...cells }),
    Object.values({ title: 'A', kind: '', ...cells }),
  )
  if ('fault' in answer) throw new Error(answer.fault)
  const [row] = answer.rows
  if (!row) throw new Error('There is no row')
  return row
}

describe('the template', () => {
  it('has an example that lacks nothing', () => {
    const answer = readAll(
      IMPORT_COLUMNS.map(({ name }) => name),
      IMPORT_COLUMNS.map(({ example }) => example),
    )
    const [row] = 'rows' in answer ? answer.rows : []
    expect(row).toMatchObject({ row: 2, faults: [], notes: [], placesToFind: ['Maidstone'] })
    const found = { town: 'Maidstone', district: 'E07000110', cellEast: 575, cellNorth: 155 } as const
    expect(row && sectionsToDo(withPlace(row, found).draft)).toEqual([])
    // Without its place it would be an offer that nobody can find the way to.
    expect(row && sectionsToDo(row.draft)).toEqual(['where'])
  })

  it('has words for every value of its lists, and takes both', () => {
    for (const { name, list, read: readCell } of IMPORT_COLUMNS)
      for (const value of list?.values ?? []) {
        const words = LIST_WORDS[list?.name ?? 'kind'][value] ?? ''
        const fields = readCell(String(value), context)
        expect([name, typeof fields]).toEqual([name, 'object'])
        expect(readCell(` ${words.toUpperCase()} `, context)).toEqual(fields)
      }
  })
})

describe('a cell', () => {
  it.each([
    ['kind', 'Work Experience', { kind: 'work-experience' }],
    ['kind', 'help with money', { kind: 'money-help' }],
    ['helps with', 'Health and wellbeing; finance', { outcomes: ['health', 'finance'] }],
    ['topics', 'music\n• Cooking and food', { topics: ['cooking-food', 'music'] }],
    ['criteria', '- Lifts 10 kg;* Likes rain\n', { criteria: ['Lifts 10 kg', 'Likes rain'] }],
    ['places', '2.0', { places: 2 }],
    ['first day', '3/12/2026', { startsOn: '2026-12-03' }],
    ['first day', '03-12-2026 09:30', { startsOn: '2026-12-03' }],
    ['closing date', '2026-12-03T10:00:00Z', { closesOn: '2026-12-03' }],
    ['right to work', 'TRUE', { needsRightToWork: true }],
    ['pay', 'unpaid', { pay: 'unpaid', payText: '' }],
    ['qualification', '2', { qualificationLevel: 2, criteria: [] }],
    ['description', '<p>Hi <b>you</b></p><script>alert(1)</script>', { description: 'Hi you' }],
    ['summary', '=HYPERLINK("x")', { summary: '=HYPERLINK("x")' }],
    ['what people will do', 'One\ntwo', { whatYouWillDo: 'One\ntwo' }],
  ])('%s of %j', (column, typed, fields) => {
    const { draft, faults } = read({ [column]: typed })
    expect(faults).toEqual([])
    expect(draft).toEqual({ title: 'A', ...fields })
  })

  it.each([
    ['kind', 'holiday', '“holiday” is not one of the values'],
    ['topics', 'music; darts', '“darts” is not one of the values'],
    ['places', 'two', '“two” is not a whole number from 1 to 500'],
    ['places', '-1', 'is not a whole number'],
    ['places', '501', 'is not a whole number'],
    ['closing date', '32/13/2026', '“32/13/2026” is not a date'],
    ['closing date', '31/2/2027', 'is not a date'],
    ['closing date', '12/3/26', 'is not a date'],
    ['closing date', '22/11/2026', 'has passed'],
    ['from home', 'maybe', '“maybe” is not yes or no'],
    ['title', 'x'.repeat(81), 'is 81 characters long and must be 80 or fewer'],
    ['criteria', 'a;'.repeat(11), 'has 11 things and may have 10'],
    ['last day', '2027-01-11', 'is empty and the last day is not'],
    ['who goes first', 'window', 'Say until when'],
  ])('%s of %j is a fault', (column, typed, message) => {
    const { faults } = read({ [column]: typed })
    expect(faults).toHaveLength(1)
    expect(faults[0]?.message).toContain(message)
  })

  it('is looked at with its neighbours', () => {
    const columns = (cells: Record<string, string>) => read(cells).faults.map(({ column }) => column)
    expect(columns({ 'first day': '2027-02-02', 'last day': '2027-02-01' })).toEqual(['last day'])
    expect(columns({ 'youngest age': '25', 'oldest age': '18' })).toEqual(['oldest age'])
    expect(columns({ title: '', places: '1' })).toEqual(['title'])
    // One fault is said once.
    expect(columns({ 'first day': 'x', 'last day': '2027-02-01' })).toEqual(['first day'])
  })

  it('with contact details is kept and warned of', () => {
    expect(read({ description: 'Ring 01622 123456' })).toMatchObject({
      draft: { description: 'Ring 01622 123456' },
      faults: [],
      notes: [{ column: 'description' }],
    })
  })
})

describe('a file', () => {
  it.each([
    ['nothing', [], 'The file is empty'],
    ['blank lines', [[''], ['', '']], 'The file is empty'],
    ['only a header', [['title', 'kind'], ['']], 'no opportunities under it'],
    [
      'a misspelt column',
      [
        ['titel', 'kind'],
        ['a', 'job'],
      ],
      'lacks the column “title”, and it has a column that the template does not have: “titel”',
    ],
    [
      'a column twice',
      [
        ['title', 'kind', 'Title'],
        ['a', 'job', 'b'],
      ],
      'has more than once the column “title”',
    ],
    [
      'too many rows',
      [['title', 'kind'], ...Array.from({ length: 51 }, () => ['a', 'job'])],
      '50 opportunities at most',
    ],
  ])('of %s is refused', (_name, records, fault) => {
    expect(readAll(...records)).toEqual({ fault: expect.stringContaining(fault) as string })
  })

  it('keeps the row numbers of the spreadsheet, past blank lines, and takes headers as people write them', () => {
    const answer = readAll(
      [''],
      ['Kind', 'TITLE', 'first_day', ''],
      [''],
      ['job', 'A', '', ''],
      ['', ''],
      ['event', 'B'],
    )
    expect('rows' in answer && answer.rows.map(({ row, draft }) => [row, draft.title])).toEqual([
      [4, 'A'],
      [6, 'B'],
    ])
  })

  it('names rows that have too many values or broken quotation marks', () => {
    const answer = readCsvRows(
      {
        records: [
          ['title', 'kind'],
          ['a', 'job', 'c'],
          ['b', 'job'],
        ],
        brokenAt: [2],
      },
      context,
    )
    expect('rows' in answer && answer.rows.map(({ faults }) => faults[0]?.column)).toEqual([
      'the row',
      'the row',
    ])
  })
})

describe('a file with more columns than anybody can read', () => {
  it('has one fault a row, and names a few of a header’s', () => {
    const tooMany = Array.from({ length: 50_000 }, () => 'x')
    const answer = readAll(['title', 'kind'], ['A', 'job', ...tooMany])
    expect('rows' in answer && answer.rows[0]?.faults).toEqual([
      { column: 'the row', message: expect.stringContaining('beyond the last column') as string },
    ])
    const header = readAll(['title', 'kind', ...tooMany], ['A', 'job'])
    expect('fault' in header && header.fault).toContain('and 49990 more')
  })
})

describe('a cell that names the same values over and over', () => {
  it('is read as quickly as any other', () => {
    const started = performance.now()
    expect(read({ topics: 'music;Cooking and food;'.repeat(15_000) }).draft.topics).toEqual([
      'cooking-food',
      'music',
    ])
    expect(performance.now() - started).toBeLessThan(1000)
  })
})
