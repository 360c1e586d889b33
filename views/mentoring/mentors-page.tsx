import type { MentorFilter } from '../../db/queries/mentors'
import { isFreeAgain, MENTOR_KINDS, MENTOR_STAGES, type Mentor, shownStage } from '../../src/domain/mentor'
import { DISTRICTS } from '../../src/domain/taxonomy'
import { paths } from '../../src/paths'
import { Button, Pagination, Select, Tag } from '../govuk'
import { Page } from '../layout/page'
import { choices } from '../shared/choices'
import { Queue, type QueueItem } from '../shared/queue'
import { countText, dayText } from '../words/times'
import { MENTOR_KIND, MENTOR_STAGE } from './words'

export type MentorsPageProps = {
  mentors: readonly Mentor[]
  total: number
  filter: MentorFilter
  page: number
  pageCount: number
}

/** The mentors and befrienders, and how far each one's checks are. */
export function MentorsPage({ mentors, total, filter, page, pageCount }: MentorsPageProps) {
  const query = { kind: filter.kind ?? '', stage: filter.stage ?? '' }
  return (
    <Page title="Mentors and befrienders" isWide>
      <div class="wm-dense">
        <h1 class="govuk-heading-l">{countText(total, 'mentor or befriender', 'mentors and befrienders')}</h1>
        <Button href={paths.mentoring.newMentor}>Add somebody</Button>
        <form class="wm-search" action={paths.mentoring.mentors} method="get" role="search">
          <Select
            name="kind"
            label="Kind"
            value={query.kind}
            items={[{ value: '', text: 'Both' }, ...choices(MENTOR_KINDS, MENTOR_KIND)]}
          />
          <Select
            name="stage"
            label="Stands at"
            value={query.stage}
            items={[{ value: '', text: 'All who have not ended' }, ...choices(MENTOR_STAGES, MENTOR_STAGE)]}
          />
          <Button variant="secondary">Show</Button>
        </form>
        {mentors.length === 0 ? (
          <p class="wm-empty">
            Nobody is like that. <a href={paths.mentoring.mentors}>Show everybody</a>
          </p>
        ) : (
          <Queue items={mentors.map(toItem)} empty={null} />
        )}
        <Pagination
          page={page}
          pageCount={pageCount}
          hrefOf={(to) => `${paths.mentoring.mentors}?${new URLSearchParams({ ...query, page: String(to) })}`}
        />
      </div>
    </Page>
  )
}

/** One line of the list: who, where and how many they meet, how far their checks are and until when these count. */
const toItem = (mentor: Mentor): QueueItem => ({
  href: paths.mentoring.mentor(mentor.id),
  what: (
    <>
      <bdi>
        {mentor.firstName} {mentor.familyName}
      </bdi>
      , {MENTOR_KIND[mentor.kind].toLowerCase()}
    </>
  ),
  who: `${DISTRICTS[mentor.district]}, ${mentor.peopleMatched} of ${countText(mentor.capacity, 'young person', 'young people')}`,
  waiting: (
    <>
      <Tag>{MENTOR_STAGE[shownStage(mentor)]}</Tag>
      {isFreeAgain(mentor) ? <div>Their time with somebody is over</div> : null}
      {mentor.dbsRenewOn ? <div>DBS renewal {dayText(mentor.dbsRenewOn)}</div> : null}
    </>
  ),
  isLate: false,
  action: 'Open',
})
