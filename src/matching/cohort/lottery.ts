const encoder = new TextEncoder()

/** The lottery number of a reference: the SHA-256 of `seed|reference`, as 64 hexadecimal characters. */
export async function lotteryNumber(seed: string, reference: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', encoder.encode(`${seed}|${reference}`))
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}

/** In the order of their lottery numbers: the same references and seed give the same order, however they came. */
export async function inLotteryOrder<Item extends { reference: string }>(
  seed: string,
  items: readonly Item[],
): Promise<Item[]> {
  const drawn = await Promise.all(
    items.map(async (item) => ({ item, number: await lotteryNumber(seed, item.reference) })),
  )
  drawn.sort((one, other) => (one.number < other.number ? -1 : 1))
  return drawn.map(({ item }) => item)
}
