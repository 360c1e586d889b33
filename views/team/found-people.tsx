/** Who was found by some letters of their name; never a list with nobody in it. */
export function FoundPeople({
  found,
  isTooShort,
  hrefOf,
}: {
  found: readonly { id: string; preferredName: string }[]
  isTooShort: boolean
  hrefOf: (id: string) => string
}) {
  if (isTooShort) return <p>Type at least 3 letters of the name.</p>
  if (found.length === 0) return <p>No name has these letters.</p>
  return (
    <ul class="govuk-list">
      {found.map((person) => (
        <li>
          <a href={hrefOf(person.id)}>
            <bdi>{person.preferredName}</bdi>
          </a>
        </li>
      ))}
    </ul>
  )
}
