export type BackLinkProps = { href: string; text?: string | undefined }

/** The way back to the page before. */
export function BackLink({ href, text = 'Back' }: BackLinkProps) {
  return (
    <a href={href} class="govuk-back-link">
      {text}
    </a>
  )
}
