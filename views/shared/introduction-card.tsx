import type { Support } from '../../src/domain/taxonomy'
import { SUPPORT } from '../words/labels'
import { Paragraphs } from './offer-detail'

export type IntroductionCardProps = {
  introduction: { nameUsed: string; pronouns: string; words: string; supports: readonly Support[] }
}

/** A young person as a champion meets them: exactly what was shared. The preview and the real page are this one. */
export function IntroductionCard({ introduction }: IntroductionCardProps) {
  const { nameUsed, pronouns, words, supports } = introduction
  return (
    <>
      <h2 class="govuk-heading-m">
        <bdi>{nameUsed}</bdi>
        {pronouns ? (
          <span class="wm-secondary">
            {' '}
            (<bdi>{pronouns}</bdi>)
          </span>
        ) : null}
      </h2>
      {words ? (
        <>
          <h3 class="govuk-heading-s">What they would like you to know</h3>
          <Paragraphs text={words} />
        </>
      ) : null}
      {supports.length > 0 ? (
        <>
          <h3 class="govuk-heading-s">What would help</h3>
          <ul class="govuk-list govuk-list--bullet">
            {supports.map((support) => (
              <li>{SUPPORT[support]}</li>
            ))}
          </ul>
        </>
      ) : null}
    </>
  )
}
