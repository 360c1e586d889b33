import { OPPORTUNITY_KINDS } from '../../src/domain/opportunity'
import { COVENANT_OUTCOMES, DISTRICT_CODES } from '../../src/domain/taxonomy'
import { paths } from '../../src/paths'

/** What people ask of the search page again and again: most look at everything or at one filter, some use words. */
const POPULAR = [
  '',
  '',
  '',
  '?page=2',
  '?page=3',
  '?words=cooking',
  '?words=warehouse',
  '?words=work+with+animals',
  '?words=mechanic&paid=yes',
  '?kind=apprenticeship',
  '?kind=job&kind=apprenticeship&paid=yes',
  '?kind=mentoring',
  '?outcome=employment-education-training',
  '?outcome=finance&sort=newest',
  '?district=E07000106',
  '?district=E07000114&district=E07000111&sort=closing',
  '?remote=yes',
  '?starts=30',
  '?words=garden&district=E07000106',
].map((query) => `${paths.browse}${query}`)

/** One in twenty asks for something that nobody asked for before. */
const RARE = OPPORTUNITY_KINDS.flatMap((kind) =>
  COVENANT_OUTCOMES.flatMap((outcome) =>
    DISTRICT_CODES.map(
      (district) => `${paths.browse}?kind=${kind}&outcome=${outcome}&district=${district}&starts=90`,
    ),
  ),
)

/** The day's requests, in turn. */
export const SEARCHES = RARE.flatMap((rare) => [...POPULAR, rare])
