import type { RuleReport } from '../../../src/matching/cohort/cohort'
import { RULE_NAME } from './words'

const FULL = 100

const share = (part: number, whole: number) => (whole === 0 ? 0 : Math.round((1000 * part) / whole) / 10)

/** How many people each rule places, one bar a rule, parted by band; the table below it says the same. */
export function PlacedChart({ reports }: { reports: readonly RuleReport[] }) {
  const most = Math.max(1, ...reports.map(({ placed }) => placed))
  return (
    <figure class="wm-chart">
      <figcaption class="wm-chart__caption">People placed under each rule</figcaption>
      <Key texts={bandTexts(reports[0])} />
      {reports.map((report) => (
        <div class="wm-chart__row">
          <span class="wm-chart__label">{RULE_NAME[report.rule]}</span>
          <svg
            class="wm-chart__bar"
            viewBox={`0 0 ${FULL} 10`}
            preserveAspectRatio="none"
            aria-hidden="true"
            focusable="false"
          >
            <rect class="wm-chart__track" width={FULL} height="10" />
            {stacked(report, most).map(({ band, from, width }) => (
              <rect class={`wm-chart__band-${Math.min(band, 3)}`} x={from} width={width} height="10" />
            ))}
          </svg>
          <span class="wm-chart__number">{report.placed}</span>
        </div>
      ))}
    </figure>
  )
}

const bandTexts = (report: RuleReport | undefined) =>
  (report?.byBand ?? []).map(({ band }) => ({ band, text: `Band ${band}` }))

function Key({ texts }: { texts: readonly { band: number; text: string }[] }) {
  return (
    <ul class="wm-chart__key">
      {texts.map(({ band, text }) => (
        <li>
          <svg class="wm-chart__swatch" viewBox="0 0 10 10" aria-hidden="true" focusable="false">
            <rect class={`wm-chart__band-${Math.min(band, 3)}`} width="10" height="10" />
          </svg>
          {text}
        </li>
      ))}
    </ul>
  )
}

function stacked({ byBand }: RuleReport, most: number) {
  let from = 0
  return byBand.map(({ band, placed }) => {
    const width = share(placed, most)
    const bar = { band, from, width }
    from += width
    return bar
  })
}

const COLUMN = 10
const HEIGHT = 40

/** The spread of fit among those placed, a small picture for each band on one scale. */
export function SpreadChart({ report }: { report: RuleReport }) {
  const most = Math.max(1, ...report.spread.flatMap(({ counts }) => counts))
  return (
    <figure class="wm-chart">
      <figcaption class="wm-chart__caption">
        How well the places fit, by band: from a fit of 1 on the left to 1,000 on the right
      </figcaption>
      <div class="wm-spread">
        {report.spread.map(({ band, counts }) => (
          <div class="wm-spread__one">
            <svg
              class="wm-spread__picture"
              viewBox={`0 0 ${counts.length * COLUMN} ${HEIGHT + 2}`}
              preserveAspectRatio="none"
              aria-hidden="true"
              focusable="false"
            >
              {counts.map((count, tenth) => {
                const height = (HEIGHT * count) / most
                return (
                  <rect
                    class={`wm-chart__band-${Math.min(band, 3)}`}
                    x={tenth * COLUMN + 1}
                    y={Math.round(10 * (HEIGHT - height)) / 10}
                    width={COLUMN - 2}
                    height={Math.round(10 * height) / 10}
                  />
                )
              })}
              <rect class="wm-spread__ground" y={HEIGHT} width={counts.length * COLUMN} height="1" />
            </svg>
            <span class="wm-secondary">Band {band}</span>
          </div>
        ))}
      </div>
    </figure>
  )
}
