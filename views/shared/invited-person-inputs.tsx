import { TextInput } from '../govuk'
import { errorOf, type FieldErrors, valueOf, type Values } from './errors'

/** Who is invited: their name, and the address that the mail goes to and that they sign in with. */
export function InvitedPersonInputs({ values, errors }: { values: Values; errors: FieldErrors }) {
  return (
    <>
      <TextInput
        name="name"
        label="Their name"
        autocomplete="off"
        value={valueOf(values, 'name')}
        error={errorOf(errors, 'name')}
      />
      <TextInput
        name="email"
        label="Their email address"
        type="email"
        autocomplete="off"
        value={valueOf(values, 'email')}
        error={errorOf(errors, 'email')}
      />
    </>
  )
}
