import { z } from 'zod'
import type { Reader } from '../../../../db/database'
import { findNearestTown } from '../../../../db/queries/places'
import type { OpportunityPlace } from '../../../domain/opportunity'
import type { OpportunityDraft } from '../../../domain/opportunity-draft'
import { findPlace } from '../../../geo/find-place'
import { line } from '../../../http/form'
import { sectionForm } from './section-form'

const UNKNOWN = {
  field: 'place',
  message: 'We do not know that place. Enter a town or a full postcode in Kent or Medway',
}

/** Where it is. What is typed into `place` becomes a town, a district and a 1 km square, and is dropped. */
export const where = sectionForm({
  schema: z
    .object({
      isRemote: z.enum(['no', 'yes'], 'Choose whether people go somewhere or take part from home'),
      placeOfWork: line('Place', 200),
      place: line('Town or postcode', 60),
    })
    .superRefine((values, check) => {
      if (values.isRemote !== 'no') return
      const missing = (path: string, message: string) =>
        check.addIssue({ code: 'custom', path: [path], message })
      if (!values.placeOfWork) missing('placeOfWork', 'Enter the place people go to')
      if (!values.place) missing('place', 'Enter the town or postcode of the place')
    }),
  toValues: ({ isRemote, placeOfWork = '', town = '' }) => ({
    isRemote: isRemote === undefined ? '' : isRemote ? 'yes' : 'no',
    placeOfWork,
    place: town,
  }),
  async toFields(value, { db, draft }) {
    if (value.isRemote === 'yes') return REMOTE
    const place = isUnchanged(draft, value.place) ? {} : await placeOf(db, value.place)
    return place ? { isRemote: false, placeOfWork: value.placeOfWork, ...place } : UNKNOWN
  },
})

const REMOTE: OpportunityPlace = {
  isRemote: true,
  placeOfWork: '',
  town: '',
  district: null,
  cellEast: null,
  cellNorth: null,
}

/** The box shows the nearest town of what was typed before: left as it is, the exact square stays. */
const isUnchanged = ({ town, cellEast }: OpportunityDraft, typed: string) =>
  Boolean(town) && cellEast != null && typed.toLowerCase() === town?.toLowerCase()

async function placeOf(db: Reader, typed: string) {
  const place = await findPlace(db, typed)
  if (!place) return undefined
  const town = await findNearestTown(db, place)
  return { ...place, town: town?.name ?? '' }
}
