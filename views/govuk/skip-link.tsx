export type SkipLinkProps = { href: string; text: string }

/** Jumps over the header; seen only by keyboard. */
export function SkipLink({ href, text }: SkipLinkProps) {
  return (
    <a href={href} class="govuk-skip-link" data-module="govuk-skip-link">
      {text}
    </a>
  )
}
