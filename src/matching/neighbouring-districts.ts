import type { District } from '../domain/taxonomy'

/** Which districts share a border. Written once for each pair; read both ways. */
const BORDERS: readonly (readonly [District, District])[] = [
  ['E07000105', 'E07000106'], // Ashford, Canterbury
  ['E07000105', 'E07000110'], // Ashford, Maidstone
  ['E07000105', 'E07000112'], // Ashford, Folkestone and Hythe
  ['E07000105', 'E07000113'], // Ashford, Swale
  ['E07000105', 'E07000116'], // Ashford, Tunbridge Wells
  ['E07000106', 'E07000108'], // Canterbury, Dover
  ['E07000106', 'E07000112'], // Canterbury, Folkestone and Hythe
  ['E07000106', 'E07000113'], // Canterbury, Swale
  ['E07000106', 'E07000114'], // Canterbury, Thanet
  ['E07000107', 'E07000109'], // Dartford, Gravesham
  ['E07000107', 'E07000111'], // Dartford, Sevenoaks
  ['E07000108', 'E07000112'], // Dover, Folkestone and Hythe
  ['E07000108', 'E07000114'], // Dover, Thanet
  ['E07000109', 'E07000111'], // Gravesham, Sevenoaks
  ['E07000109', 'E07000115'], // Gravesham, Tonbridge and Malling
  ['E07000109', 'E06000035'], // Gravesham, Medway
  ['E07000110', 'E07000113'], // Maidstone, Swale
  ['E07000110', 'E07000115'], // Maidstone, Tonbridge and Malling
  ['E07000110', 'E07000116'], // Maidstone, Tunbridge Wells
  ['E07000110', 'E06000035'], // Maidstone, Medway
  ['E07000111', 'E07000115'], // Sevenoaks, Tonbridge and Malling
  ['E07000111', 'E07000116'], // Sevenoaks, Tunbridge Wells
  ['E07000113', 'E06000035'], // Swale, Medway
  ['E07000115', 'E07000116'], // Tonbridge and Malling, Tunbridge Wells
  ['E07000115', 'E06000035'], // Tonbridge and Malling, Medway
]

const NEIGHBOURS = new Set(BORDERS.flatMap(([one, other]) => [`${one} ${other}`, `${other} ${one}`]))

/** Whether two districts of Kent and Medway share a border. */
export function areNeighbours(one: District, other: District): boolean {
  return NEIGHBOURS.has(`${one} ${other}`)
}
