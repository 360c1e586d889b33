import type { Coverage } from '../../../src/matching/coverage/coverage'
import { KENT_DISTRICTS } from '../../../src/matching/coverage/model-offers'
import { Table } from '../../govuk'
import { shadeOf, SidewaysHint } from './heat-map'
import { placeName } from './words'

/** The twelve districts, each a tile about where it lies; the table after it says the same. */
export function TileMap({ byDistrict }: Pick<Coverage, 'byDistrict'>) {
  return (
    <>
      <SidewaysHint />
      <div class="wm-table" role="region" aria-label="Map of the districts" tabindex={0}>
        <ul class="wm-tiles">
          {KENT_DISTRICTS.map((district) => {
            const { people, places } = byDistrict[district]
            return (
              <li class={`wm-tile wm-tile--${district} wm-shade-${shadeOf({ wanted: people, places })}`}>
                <span class="wm-tile__name">{placeName(district)}</span>
                <span>
                  <strong>{people}</strong>
                  <span class="govuk-visually-hidden"> people waiting,</span>
                  <span aria-hidden="true"> / </span> {places}
                  <span class="govuk-visually-hidden"> free places</span>
                </span>
              </li>
            )
          })}
        </ul>
      </div>
    </>
  )
}

export function DistrictTable({ byDistrict }: Pick<Coverage, 'byDistrict'>) {
  return (
    <Table
      caption="People who wait and free places, by district"
      captionSize="s"
      firstCellIsHeader
      head={[
        { text: 'District' },
        { text: 'People waiting', isNumeric: true },
        { text: 'Free places', isNumeric: true },
        { text: 'People for each place', isNumeric: true },
      ]}
      rows={KENT_DISTRICTS.map((district) => {
        const { people, places } = byDistrict[district]
        const each = places === 0 ? 'no place' : (people / places).toFixed(1)
        return [placeName(district), people, places, each]
      })}
    />
  )
}
