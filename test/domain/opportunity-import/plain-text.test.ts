import { describe, expect, it } from 'vitest'
import { asPlainText, toPlainText } from '../../../src/domain/opportunity-import/plain-text'

describe('HTML as plain text', () => {
  it.each([
    [
      'keeps paragraphs and points as lines',
      '<p>One</p><ul><li>Two</li><li><p>Three</p></li></ul>',
      'One\n• Two\n• Three',
    ],
    ['drops layout between tags', '<p>One\n  two</p>\n\n<p>Three</p>', 'One two\nThree'],
    ['keeps the lines of a text without tags', 'One\r\n\r\n  two', 'One\ntwo'],
    ['breaks at br', 'One<br>two<br/>three', 'One\ntwo\nthree'],
    [
      'decodes names and numbers',
      '&pound;5 &amp; &#8364;6 &#x201C;hi&#x201d; Q&amp;A AT&T &nosuch;',
      '£5 & €6 “hi” Q&A AT&T &nosuch;',
    ],
    ['drops numbers that are no character', 'a&#0;b&#55357;c&#9999999;d', 'abcd'],
    ['drops scripts and styles with what is in them', 'a<script>alert(1)</script><STYLE>p{}</STYLE>b', 'ab'],
    ['drops a script that is never closed', 'a<script>alert(1)', 'a'],
    ['drops comments', 'a<!-- <p>no</p> -->b<!-- never closed', 'ab'],
    ['drops tags with handlers', '<img src=x onerror=alert(1)>a<a href="javascript:alert(1)">b</a>', 'ab'],
    ['knows a > in a quoted value', '<a title="x > y">b</a>', 'b'],
    ['drops a tag that is never closed', 'a<p onclick="alert(1)', 'a'],
    ['is not fooled by a tag inside a tag', '<scr<script>ipt>alert(1)</script>', 'ipt>alert(1)'],
    ['leaves signs that begin no tag', 'a < b, 5 <6 & c', 'a < b, 5 <6 & c'],
    ['takes HTML that was escaped before', '&lt;p&gt;One&lt;/p&gt;&lt;script&gt;x&lt;/script&gt;', 'One'],
    ['drops empty points', '<ul><li></li><li>a</li><li> </li></ul>', '• a'],
  ])('%s', (_name, html, text) => {
    expect(toPlainText(html)).toBe(text)
  })

  it('leaves a cell that is not HTML as it was typed', () => {
    expect(asPlainText('Ask for <name> & bring 5 < 6')).toBe('Ask for <name> & bring 5 < 6')
    expect(asPlainText('=HYPERLINK("http://x")')).toBe('=HYPERLINK("http://x")')
    expect(asPlainText('<b>Bold</b> text')).toBe('Bold text')
  })

  it.each([
    '<',
    '<a ',
    '<a ="',
    "<a b='x' ",
    '<!--',
    '<script>',
    '</script',
    '&#1',
    '<li>',
    '&lt;p&gt;',
    '\n ',
  ])('is done with half a million characters of %j at once', (unit) => {
    const started = performance.now()
    asPlainText(`<p>${unit.repeat(500_000 / unit.length)}`)
    expect(performance.now() - started).toBeLessThan(3000)
  })
})
