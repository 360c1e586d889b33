import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { readRoundFiles } from '../../src/cli/round-files'

const folder = mkdtempSync(join(tmpdir(), 'waymark-allocate-'))
afterAll(() => rmSync(folder, { recursive: true }))

let next = 0
function file(text: string): string {
  next += 1
  const path = join(folder, `${next}.csv`)
  writeFileSync(path, text)
  return path
}

const PLACES = 'opportunity,places\nx,1\ny,1\nz,0\n'

async function faultsOf(pairs: string, places = PLACES): Promise<string[]> {
  const read = await readRoundFiles({ pairs: file(pairs), places: file(places), seed: '1' })
  return 'faults' in read ? read.faults.map((fault) => fault.replace(/^\d+\.csv, /, '')) : []
}

describe('the files of a round', () => {
  it.each([
    ['zero, negative and fractional fits', 'person,opportunity,fit\na,x,0\nb,x,-1\nc,x,2.5\n', 3, 'fit'],
    ['a fit that is too large', 'person,opportunity,fit\na,x,1000001\n', 1, 'fit'],
    ['an opportunity that has no places', 'person,opportunity,fit\na,q,1\n', 1, 'opportunity'],
    ['a blank person', 'person,opportunity,fit\n,x,1\n', 1, 'person'],
    ['a blank band', 'person,opportunity,fit,band\na,x,1,1\nb,x,1,\n', 1, 'band'],
    ['bands that differ within a person', 'person,opportunity,fit,band\na,x,1,1\na,y,1,2\n', 1, 'band'],
    ['a rank that is repeated', 'person,opportunity,fit,rank\na,x,1,1\na,y,1,1\n', 1, 'rank'],
    ['a pair that stands twice', 'person,opportunity,fit\na,x,1\nb,x,1\na,x,2\n', 1, 'opportunity'],
    ['a missing column', 'person,fit\na,1\n', 1, 'opportunity'],
    ['a column nobody knows', 'person,opportunity,fit,age\na,x,1,20\n', 1, 'age'],
  ])('names %s by line and column', async (_, pairs, count, column) => {
    const faults = await faultsOf(pairs)
    expect(faults).toHaveLength(count)
    for (const fault of faults) expect(fault).toMatch(new RegExp(`^line \\d+, column ${column}: `))
  })

  it('names the line of each fault', async () => {
    expect(await faultsOf('person,opportunity,fit\na,x,1\nb,x,0\nc,y,1\nd,y,x\n')).toEqual([
      'line 3, column fit: is not a whole number from 1 to 1000000',
      'line 5, column fit: is not a whole number from 1 to 1000000',
    ])
    expect(await faultsOf('person,opportunity,fit\na,x,1\na,x\n')).toEqual([
      'line 3, column 3: has 2 values where the header has 3',
    ])
    expect(await faultsOf('person,opportunity,fit\na,x,1\n', 'opportunity,places\nx,1\nx,2\ny,-1\n')).toEqual(
      [
        'line 3, column opportunity: x stands here twice',
        'line 4, column places: is not a whole number from 0 up',
      ],
    )
    expect(await faultsOf('')).toEqual([
      'line 1, column -: the file is empty; it needs the header person,opportunity,fit',
    ])
  })

  it('take commas in quotes, both kinds of line end, a mark at the start and columns in any order', async () => {
    const read = await readRoundFiles({
      pairs: file('\uFEFFfit,opportunity,person\r\n7,"x, the first","a ""b"""\r\n'),
      places: file('opportunity,places\r\n"x, the first",2\r\n'),
      seed: '1',
    })
    if ('faults' in read) throw new Error(read.faults.join())
    expect([read.people, read.opportunities, [...read.round.fit]]).toEqual([['a "b"'], ['x, the first'], [7]])
  })
})

function run(...args: string[]) {
  return spawnSync(process.execPath, ['node_modules/tsx/dist/cli.mjs', 'src/cli/allocate.ts', ...args], {
    encoding: 'utf8',
  })
}

describe('npm run allocate', () => {
  const pairs = file('person,opportunity,fit,band\nann,x,5,1\nann,y,5,1\nbob,x,7,2\ncat,y,9,3\n')
  const places = file(PLACES)

  it('prints an allocation with its measures and its proofs', () => {
    const { stdout, status } = run('--pairs', pairs, '--places', places, '--rule', 'band-by-band', '--json')
    expect(status).toBe(0)
    expect(JSON.parse(stdout)).toMatchObject({
      rule: 'band-by-band',
      placements: [
        { person: 'ann', opportunity: 'y', fit: 5, band: 1 },
        { person: 'bob', opportunity: 'x', fit: 7, band: 2 },
      ],
      placed: 2,
      totalFit: 12,
      worstFit: 5,
      placedByBand: { 1: 1, 2: 1, 3: 0 },
      envyOfLowerBand: 0,
      unusedUsablePlaces: 0,
      couldBePlaced: 0,
      cutOffs: { x: 7, y: 5 },
      seed: 1,
    })
  })

  it('gives the same for lines in another order', () => {
    const other = file('person,opportunity,fit,band\ncat,y,9,3\nbob,x,7,2\nann,y,5,1\nann,x,5,1\n')
    const otherPlaces = file('opportunity,places\nz,0\ny,1\nx,1\n')
    const strip = (text: string) => ({ ...JSON.parse(text), milliseconds: 0 })
    const first = run('--pairs', pairs, '--places', places, '--rule', 'most-placed', '--seed', '4', '--json')
    const second = run(
      '--pairs',
      other,
      '--places',
      otherPlaces,
      '--rule',
      'most-placed',
      '--seed',
      '4',
      '--json',
    )
    expect(strip(second.stdout)).toEqual(strip(first.stdout))
  })

  it('gives an empty round for a file with only its header', () => {
    const empty = file('person,opportunity,fit\n')
    const { stdout } = run('--pairs', empty, '--places', places, '--rule', 'best-fit', '--json')
    expect(JSON.parse(stdout)).toMatchObject({ placements: [], placed: 0, worstFit: null, placedByBand: {} })
  })

  it('ends with 2 and every fault when a file is wrong, and with 64 when the call is', () => {
    const wrong = run(
      '--pairs',
      file('person,opportunity,fit\na,x,0\n'),
      '--places',
      places,
      '--rule',
      'best-fit',
    )
    expect([wrong.status, wrong.stdout]).toEqual([2, ''])
    expect(wrong.stderr).toContain('line 2, column fit')
    expect(run('--pairs', pairs, '--places', places, '--rule', 'fairest').status).toBe(64)
  })
})
