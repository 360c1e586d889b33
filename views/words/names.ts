/**
 * A name inside a text that cannot hold an element: it keeps its own direction, and the words around it keep theirs.
 * Where there is an element, `<bdi>` does the same.
 */
export const isolated = (name: string) => `\u2068${name}\u2069`
