/** Who was found by some letters of their name; never a list with nobody in it. */
export function FoundPeople({
  found,
  hrefOf,
}: {
  found: readonly { id: string; preferredName: string }[]
  hrefOf: (id: string) => string
}) {
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
