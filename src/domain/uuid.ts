/** An id of ours as others write it: the same 32 hexadecimal digits in five groups (RFC 9562, section 4). */
export const toUuid = (id: string): string =>
  id.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')

/** An id of ours from how others write it; undefined when it cannot be one. */
export function fromUuid(text: string): string | undefined {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text) ? text.replaceAll('-', '') : undefined
}

/**
 * A stable id for what has none that may go out, such as an organisation or a heading: version 8 of RFC 9562, from
 * the SHA-256 of its name. What it was made from cannot be read back out of a random id.
 */
export async function uuidOf(name: string): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(name)))
  digest[6] = ((digest[6] ?? 0) & 0x0f) | 0x80
  digest[8] = ((digest[8] ?? 0) & 0x3f) | 0x80
  return toUuid([...digest.subarray(0, 16)].map((byte) => byte.toString(16).padStart(2, '0')).join(''))
}
