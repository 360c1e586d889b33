/** Text that is XML already. Only `element` and `xmlDocument` make it, so that nothing gets in unescaped. */
export type Xml = { readonly xml: string }

/** What XML 1.0 (section 2.2) does not allow even when it is escaped: most control characters, half characters. */
const NOT_XML = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
}

const escape = (text: string) => text.replace(NOT_XML, '').replace(/[&<>"']/g, (one) => ENTITIES[one] ?? '')

/** An element. Text in it and in its attributes is escaped; other elements are taken as they are. */
export function element(
  name: string,
  attributes: Readonly<Record<string, string>>,
  content: readonly (string | Xml)[] = [],
): Xml {
  const written = Object.entries(attributes).map(([key, value]) => ` ${key}="${escape(value)}"`)
  const start = `<${name}${written.join('')}`
  const inner = content.map((part) => (typeof part === 'string' ? escape(part) : part.xml)).join('')
  return { xml: inner === '' ? `${start}/>` : `${start}>${inner}</${name}>` }
}

/** An element with nothing but text in it. */
export const textElement = (name: string, text: string): Xml => element(name, {}, [text])

export const xmlDocument = (root: Xml): string => `<?xml version="1.0" encoding="UTF-8"?>\n${root.xml}\n`
