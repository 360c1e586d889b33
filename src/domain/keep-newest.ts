/** Keeps a value as the newest; what nobody asked for longest goes when there are more than so many. */
export function keepNewest<Key, Value>(kept: Map<Key, Value>, key: Key, value: Value, max: number): void {
  kept.delete(key)
  kept.set(key, value)
  for (const oldest of kept.keys()) {
    if (kept.size <= max) return
    kept.delete(oldest)
  }
}
