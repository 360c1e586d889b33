import { describe, expect, it } from 'vitest'
import { findJsonFault } from '../../../src/domain/opportunity-import/json-fault'
import { readJsonPostings, readPagePostings } from '../../../src/domain/opportunity-import/json-ld'

describe('where a text stops being JSON', () => {
  it.each([
    ['', 0],
    ['abc', 0],
    ['{"a":1,}', 7],
    ['[1,2', 4],
    ['[1 2]', 3],
    ['{"a" 1}', 5],
    ['{"a":"x\ny"}', 5],
    ['{"a":1}x', 7],
    ['[1}', 2],
    [']', 0],
    ["{'a':1}", 1],
    ['{"a":tru}', 5],
  ])('%j at %j', (text, at) => {
    expect(findJsonFault(text)).toBe(at)
    expect(() => JSON.parse(text)).toThrow()
  })

  it.each(['[]', ' {"a":[{},"\\u00e9\\n",-1.5e3,true,null]} ', '"x"', '0'])('%s nowhere', (text) => {
    expect(findJsonFault(text)).toBeUndefined()
  })
})

const posting = (title: string) => ({ '@type': 'JobPosting', title })
const titles = (read: ReturnType<typeof readJsonPostings>) =>
  'postings' in read ? read.postings.map(({ title }) => title) : read.fault

describe('postings in linked data', () => {
  it.each([
    ['one', posting('a'), ['a']],
    ['a list', [posting('a'), posting('b')], ['a', 'b']],
    ['a graph', { '@graph': [{ '@type': 'Organization' }, posting('a'), posting('b')] }, ['a', 'b']],
    ['a list of items', { itemListElement: [{ item: posting('a') }, { item: posting('b') }] }, ['a', 'b']],
    ['a type among several', { '@type': ['Thing', 'JobPosting'], title: 'a' }, ['a']],
    ['a whole type', { '@type': 'https://schema.org/JobPosting', title: 'a' }, ['a']],
  ])('are found in %s', (_name, json, expected) => {
    expect(titles(readJsonPostings(JSON.stringify(json)))).toEqual(expected)
  })

  it('says so when there is none', () => {
    expect(titles(readJsonPostings('{"@type":"Event"}'))).toContain('no JobPosting')
    expect(titles(readPagePostings('<html><p>hi</p></html>'))).toContain('ld+json')
  })

  it('says where broken JSON stops', () => {
    expect(titles(readJsonPostings('{\n "@type": "JobPosting",\n}'))).toContain('line 3, at character 1')
    const page = '<html>\n<script type="application/ld+json">\n{"@type": }\n</script>'
    expect(titles(readPagePostings(page))).toContain('line 3, at character 11')
  })

  it('reads every script of a page, past one that is broken', () => {
    const script = (text: string) => `<SCRIPT type='application/ld+json' data-x="a > b">${text}</SCRIPT>`
    const page = `<script>var a = "{"</script>${script('{oops')}${script(JSON.stringify(posting('a')))}`
    expect(titles(readPagePostings(`<!doctype html>${page}<script type="application/ld+json">`))).toEqual([
      'a',
    ])
  })

  it('takes depth and width as they come', () => {
    expect(titles(readJsonPostings(`${'['.repeat(20_000)}${']'.repeat(20_000)}`))).toContain('no JobPosting')
    const wide = Object.fromEntries(Array.from({ length: 150_000 }, (_, index) => [`a${index}`, {}]))
    expect(titles(readJsonPostings(JSON.stringify(wide)))).toContain('no JobPosting')
  })
})
