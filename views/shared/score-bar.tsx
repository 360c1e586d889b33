export type ScoreBarProps = { points: number; of: number; label: string }

/** Points as a length with the number beside it. An SVG, because the policy allows no inline style. */
export function ScoreBar({ points, of, label }: ScoreBarProps) {
  const share = of > 0 ? Math.round(Math.min(Math.max(points / of, 0), 1) * 100) : 0
  return (
    <span class="wm-score">
      <span class="wm-score__label">{label}</span>
      <svg
        class="wm-score__bar"
        viewBox="0 0 100 8"
        preserveAspectRatio="none"
        aria-hidden="true"
        focusable="false"
      >
        <rect class="wm-score__track" width="100" height="8" />
        <rect class="wm-score__fill" width={share} height="8" />
      </svg>
      <span class="wm-score__points">
        {points.toLocaleString('en-GB')}
        <span class="wm-score__of"> of {of.toLocaleString('en-GB')}</span>
      </span>
    </span>
  )
}
