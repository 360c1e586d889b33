import { DISTRICTS } from '../../../src/domain/taxonomy'
import type { CoveragePlace } from '../../../src/matching/coverage/coverage'
import { MODEL_OFFERS } from '../../../src/matching/coverage/model-offers'
import { KIND } from '../../words/labels'

export const placeName = (place: CoveragePlace): string =>
  place === 'elsewhere' ? 'Elsewhere' : DISTRICTS[place]

/** A model offer by its index: “An offer of the kind ‘Training’ in Swale”. */
export function modelText(model: number): string {
  const { kind, district } = MODEL_OFFERS[model] as (typeof MODEL_OFFERS)[number]
  return `An offer of the kind “${KIND[kind]}” in ${DISTRICTS[district]}`
}
