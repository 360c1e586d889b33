import type { Child } from 'hono/jsx'
import { classNames } from './class-names'
import type { TextSize } from './label'

export type TableHead = {
  text: Child
  isNumeric?: boolean | undefined
  /** Dates and the like, which are not broken where there is room for them. */
  isShort?: boolean | undefined
}

export type TableRow = readonly Child[] | { cells: readonly Child[] }

export type TableProps = {
  head: readonly TableHead[]
  rows: readonly TableRow[]
  caption?: string | undefined
  captionSize?: TextSize | undefined
  firstCellIsHeader?: boolean | undefined
  /** Names the scrolling region when the table has no caption. */
  label?: string | undefined
}

/** A table that scrolls by itself on a phone, so that the page does not; reachable by keyboard. */
export function Table({ head, rows, caption, captionSize, firstCellIsHeader, label }: TableProps) {
  return (
    <div class="wm-table" role="region" aria-label={label ?? caption ?? 'Table'} tabindex={0}>
      <table class="govuk-table">
        {caption ? (
          <caption
            class={classNames('govuk-table__caption', captionSize && `govuk-table__caption--${captionSize}`)}
          >
            {caption}
          </caption>
        ) : null}
        {head.length ? <Head head={head} /> : null}
        <tbody class="govuk-table__body">
          {rows.map((row) => (
            <tr class="govuk-table__row">
              {cellsOf(row).map((cell, position) =>
                position === 0 && firstCellIsHeader ? (
                  <th scope="row" class="govuk-table__header">
                    {cell}
                  </th>
                ) : (
                  <td
                    class={classNames(
                      'govuk-table__cell',
                      head[position]?.isNumeric && 'govuk-table__cell--numeric',
                      head[position]?.isShort && 'wm-table__short',
                    )}
                  >
                    {cell}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Head({ head }: { head: readonly TableHead[] }) {
  return (
    <thead class="govuk-table__head">
      <tr class="govuk-table__row">
        {head.map(({ text, isNumeric }) => (
          <th
            scope="col"
            class={classNames('govuk-table__header', isNumeric && 'govuk-table__header--numeric')}
          >
            {text}
          </th>
        ))}
      </tr>
    </thead>
  )
}

function cellsOf(row: TableRow): readonly Child[] {
  return 'cells' in row ? row.cells : row
}
