import { describe, expect, it } from 'vitest'
import { element, textElement, xmlDocument } from '../../../views/outward/xml'

describe('XML', () => {
  it('escapes what somebody typed, in text and in attributes', () => {
    const typed = `<a href="x">&'</a>]]>`
    expect(element('b', { c: typed }, [typed]).xml).toBe(
      '<b c="&lt;a href=&quot;x&quot;&gt;&amp;&apos;&lt;/a&gt;]]&gt;">&lt;a href=&quot;x&quot;&gt;&amp;&apos;&lt;/a&gt;]]&gt;</b>',
    )
  })

  it('leaves out what XML has no way to write, and keeps every script and picture', () => {
    expect(textElement('t', 'a\u0000\u0008\u000B\uFFFE\uD83Db\tc\nd 🦦 עברית').xml).toBe(
      '<t>ab\tc\nd 🦦 עברית</t>',
    )
  })

  it('takes elements in elements as they are', () => {
    expect(xmlDocument(element('a', {}, [element('b', {}), '<']))).toBe(
      '<?xml version="1.0" encoding="UTF-8"?>\n<a><b/>&lt;</a>\n',
    )
  })
})
