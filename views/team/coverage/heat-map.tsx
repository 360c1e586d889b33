import { type Cell, COVERAGE_PLACES, type CoveragePlace } from '../../../src/matching/coverage/coverage'
import { placeName } from './words'

/** How many more people than places, from which a cell is shaded one step darker. */
const STEPS = [1, 5, 15, 30] as const

/** 0 where there is a place for each, up to 4. */
export function shadeOf({ wanted, places }: Cell): number {
  return STEPS.filter((step) => wanted - places >= step).length
}

const KEY = [
  'A place for each',
  '1 to 4 more people than places',
  '5 to 14 more',
  '15 to 29 more',
  '30 or more',
] as const

/** What the shades mean, in words. */
export function ShadeKey() {
  return (
    <ul class="wm-heat-key">
      {KEY.map((text, shade) => (
        <li>
          <span class={`wm-heat-key__swatch wm-shade-${shade}`} aria-hidden="true"></span>
          {text}
        </li>
      ))}
    </ul>
  )
}

/** Said where the screen is too narrow for all districts, which the styles know. */
export function SidewaysHint() {
  return <p class="wm-sideways">Scroll sideways to see every district.</p>
}

type Row = { name: string; cells: Record<CoveragePlace, Cell> }

export type HeatMapProps = { caption: string; rowsAre: string; rows: readonly Row[] }

/** A table whose cells are shaded by how many people are without a place; every cell says its two numbers. */
export function HeatMap({ caption, rowsAre, rows }: HeatMapProps) {
  return (
    <>
      <SidewaysHint />
      <div class="wm-table" role="region" aria-label={caption} tabindex={0}>
        <table class="govuk-table wm-heat">
          <caption class="govuk-table__caption govuk-table__caption--s">{caption}</caption>
          <thead class="govuk-table__head">
            <tr class="govuk-table__row">
              <th scope="col" class="govuk-table__header">
                {rowsAre}
              </th>
              {COVERAGE_PLACES.map((place) => (
                <th scope="col" class="govuk-table__header">
                  {placeName(place)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody class="govuk-table__body">
            {rows.map(({ name, cells }) => (
              <tr class="govuk-table__row">
                <th scope="row" class="govuk-table__header">
                  {name}
                </th>
                {COVERAGE_PLACES.map((place) => (
                  <HeatCell {...cells[place]} />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  )
}

function HeatCell(cell: Cell) {
  return (
    <td class={`govuk-table__cell wm-heat__cell wm-shade-${shadeOf(cell)}`}>
      <strong>{cell.wanted}</strong>
      <span class="govuk-visually-hidden"> wanted,</span>
      <span aria-hidden="true"> / </span> {cell.places}
      <span class="govuk-visually-hidden"> places</span>
    </td>
  )
}
