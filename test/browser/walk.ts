import { test as base } from '@playwright/test'
import { aPerson, type Look, type Person } from './person'

export { expect } from '@playwright/test'

/** Tests in which people come with browsers of their own, which are closed in the end. */
export const test = base.extend<{ aPerson: (look?: Look) => Promise<Person> }>({
  aPerson: async ({ browser }, use) => {
    const people: Person[] = []
    await use(async (look = 'desktop') => {
      const person = await aPerson(browser, look)
      people.push(person)
      return person
    })
    for (const person of people) await person.leave()
  },
})

/** A day so many days from today, as the browser's clock has it: the product runs on the real one. */
export function dayFromToday(days: number): string {
  return new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)
}
