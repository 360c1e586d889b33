import { type SearchForm, searchQuery } from '../../src/domain/search'
import { type District, DISTRICTS } from '../../src/domain/taxonomy'
import { paths } from '../../src/paths'
import { Button, Select, TextInput } from '../govuk'
import { Form } from '../layout/form'
import { AREAS_BY_NAME } from '../shared/choices'
import { middleWords } from './filter-words'

/** What somebody typed that is no place we know, or chose that is no area. */
export type WhereProblem = { typed: string; near: string; field: 'place' | 'near'; message: string }

/** Whether somebody said where they are: the area if they chose one, otherwise the town that is nearest to their place. */
export type WhereSaid = { near: District | null; town: string } | null

/** So that somebody sees whether the place they typed is the place that was found. */
function aroundWords({ near, town }: NonNullable<WhereSaid>): string {
  if (near) return `Middle of ${DISTRICTS[near]}. `
  return town && `Near ${town}. `
}

const AREAS = [{ value: '', text: 'Choose an area' }, ...AREAS_BY_NAME]

/**
 * A form of its own, by POST: where somebody is never stands in an address. Whoever cannot or will not type a place names
 * an area, which may.
 */
export function WhereForm({
  form,
  where,
  problem,
}: {
  form: SearchForm
  where: WhereSaid
  problem: WhereProblem | undefined
}) {
  const wrong = (field: WhereProblem['field']) => (problem?.field === field ? problem.message : undefined)
  return (
    <details class="wm-filters" open={problem !== undefined}>
      <summary>{where ? `${aroundWords(where)}Somewhere else?` : 'Where are you?'}</summary>
      <Form action={paths.where}>
        <input type="hidden" name="search" value={searchQuery({ ...form, page: 1 }).slice(1)} />
        {where ? <p>Distances are from {middleWords(where.near)} now.</p> : null}
        <TextInput
          name="place"
          label="Town or postcode"
          hint="In Kent. We keep only roughly where it is, and only until you close the browser."
          autocomplete="off"
          value={problem?.typed}
          error={wrong('place')}
        />
        <Select
          name="near"
          label="Or an area"
          hint="We measure from the middle of it. Offers in other areas stay in the list."
          items={AREAS}
          value={problem?.near ?? where?.near ?? ''}
          error={wrong('near')}
        />
        <Button variant="secondary">{where ? 'Change place' : 'Show what is near'}</Button>
      </Form>
    </details>
  )
}
