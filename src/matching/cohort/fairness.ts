import { ageOn, type Day } from '../../domain/dates'
import { type GroupCount, type Grouping, GROUPINGS, type Member } from './cohort'

const AGE_BANDS = [
  { from: 26, name: 'over 25' },
  { from: 23, name: '23 to 25' },
  { from: 21, name: '21 to 22' },
  { from: 18, name: '18 to 20' },
  { from: 0, name: 'under 18' },
]

const ageBandOf = (age: number) => AGE_BANDS.find(({ from }) => age >= from)?.name ?? 'under 18'

const GROUP_OF: Record<Grouping, (member: Member, day: Day) => string> = {
  'statutory-category': ({ candidate }) => candidate.statutoryCategory,
  'age-band': ({ candidate }, day) => ageBandOf(ageOn(candidate.dateOfBirth, day)),
  district: ({ candidate }) => candidate.district,
  eet: ({ eet }) => eet,
}

/** How many people of each group take part, and how many have a place. Equality answers are stored apart from people
 * and never come here. */
export function countGroups(
  members: readonly Member[],
  placements: readonly number[],
  day: Day,
): Record<Grouping, GroupCount[]> {
  const counts = (grouping: Grouping) => {
    const byGroup = new Map<string, GroupCount>()
    members.forEach((member, number) => {
      const group = GROUP_OF[grouping](member, day)
      const count = byGroup.get(group) ?? { group, people: 0, placed: 0 }
      count.people += 1
      count.placed += placements[number] === -1 ? 0 : 1
      byGroup.set(group, count)
    })
    return [...byGroup.values()].sort((one, other) => (one.group < other.group ? -1 : 1))
  }
  return Object.fromEntries(GROUPINGS.map((grouping) => [grouping, counts(grouping)])) as Record<
    Grouping,
    GroupCount[]
  >
}
