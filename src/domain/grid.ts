/** A kilometre square of the British National Grid, by the numbers of its south-west corner. */
export type GridCell = { east: number; north: number }

/** Distance as the crow flies between two kilometre squares, from middle to middle. */
export function distanceKm(from: GridCell, to: GridCell): number {
  return Math.hypot(from.east - to.east, from.north - to.north)
}
