import { paths } from '../../src/paths'
import { Button, TextInput } from '../govuk'
import { Form } from '../layout/form'

/** What somebody typed that is no place we know. */
export type WhereProblem = { typed: string; message: string }

/** A form of its own, by POST: where somebody is never stands in an address. */
export function WhereForm({ hasPlace, problem }: { hasPlace: boolean; problem: WhereProblem | undefined }) {
  return (
    <details class="wm-filters" open={problem !== undefined}>
      <summary>{hasPlace ? 'Somewhere else?' : 'Where are you?'}</summary>
      <Form action={paths.where}>
        <TextInput
          name="place"
          label="Town or postcode"
          hint="In Kent. We keep only a rough area, and only until you close the browser."
          autocomplete="off"
          value={problem?.typed}
          error={problem?.message}
        />
        <Button variant="secondary">{hasPlace ? 'Change place' : 'Show what is near'}</Button>
      </Form>
    </details>
  )
}
