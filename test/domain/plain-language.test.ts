import { describe, expect, it } from 'vitest'
import { findAcronyms, findLongSentences } from '../../src/domain/plain-language'

const words = (count: number) => Array.from({ length: count }, () => 'word').join(' ')

describe('findLongSentences', () => {
  it.each([
    ['nothing', '', 0],
    ['25 words', `${words(25)}.`, 0],
    ['26 words', `${words(26)}.`, 1],
    ['two of 25', `${words(25)}. ${words(25)}.`, 0],
    ['two of 20 with one stop missing', `${words(20)}\n${words(20)}`, 0],
    ['a question and an exclamation', `${words(20)}? ${words(20)}! ${words(20)}`, 0],
    ['a list, a line each', Array.from({ length: 10 }, () => words(5)).join('\n'), 0],
    ['one long among short', `Short. ${words(30)}. Short.`, 1],
    ['many spaces', `${words(13)}    ${words(12)}`, 0],
    ['a price with a stop inside', `It costs £1.50 ${words(23)}.`, 1],
  ])('counts the words of each: %s', (_name, text, count) => {
    expect(findLongSentences(text)).toHaveLength(count)
  })

  it('gives the sentence as it was written', () => {
    expect(findLongSentences(`Hello. ${words(26)}!`)).toEqual([`${words(26)}!`])
  })
})

describe('findAcronyms', () => {
  it.each([
    ['Bring your DBS and CSCS card', ['DBS', 'CSCS']],
    ['DBS, then DBS again', ['DBS']],
    ['Your CV, GCSEs and ID for the NHS in the UK', []],
    ['Ask the PAs', ['PAs']],
    ['A level 2 course at 10am on Monday', []],
    ['GCSE and GCSEs', []],
    ['HMRC runs P45', ['HMRC', 'P45']],
    ['iPhone and eBay', []],
    ['I am a UK TV DJ', []],
    ['UNDERSTANDING', []],
    ['', []],
  ])('in %j finds %j', (text, found) => {
    expect(findAcronyms(text)).toEqual(found)
  })
})
