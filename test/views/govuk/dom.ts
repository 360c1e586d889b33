import { type DefaultTreeAdapterTypes, parseFragment } from 'parse5'

/** A piece of HTML with all that a browser would not notice taken out. */
export type Tree = string | { tag: string; attributes: Record<string, string>; children: Tree[] }

type Node = DefaultTreeAdapterTypes.ChildNode

/** Parses HTML and drops comments, blank text and the order of attributes and classes. */
export function toTrees(html: string): Tree[] {
  return toChildren(parseFragment(html).childNodes)
}

function toChildren(nodes: readonly Node[]): Tree[] {
  return nodes.flatMap((node) => {
    if (node.nodeName === '#text' && 'value' in node) return toText(node.value)
    return 'tagName' in node ? [toElement(node)] : []
  })
}

function toText(value: string): Tree[] {
  const text = value.replace(/\s+/g, ' ').trim()
  return text ? [text] : []
}

function toElement(node: DefaultTreeAdapterTypes.Element): Tree {
  const sorted = node.attrs.map(({ name, value }) => [name, toValue(name, value)] as const)
  sorted.sort(([a], [b]) => (a < b ? -1 : 1))
  return { tag: node.tagName, attributes: Object.fromEntries(sorted), children: toChildren(node.childNodes) }
}

function toValue(name: string, value: string): string {
  return name === 'class' ? value.trim().split(/\s+/).toSorted().join(' ') : value
}

/** The first element of a tag, wherever it lies. */
export function findTag(trees: readonly Tree[], tag: string): Tree | undefined {
  for (const tree of trees) {
    if (typeof tree === 'string') continue
    const found = tree.tag === tag ? tree : findTag(tree.children, tag)
    if (found) return found
  }
  return undefined
}

/** The same trees without one attribute. */
export function withoutAttribute(trees: readonly Tree[], name: string): Tree[] {
  return trees.map((tree) => {
    if (typeof tree === 'string') return tree
    const attributes = Object.fromEntries(Object.entries(tree.attributes).filter(([key]) => key !== name))
    return { ...tree, attributes, children: withoutAttribute(tree.children, name) }
  })
}
