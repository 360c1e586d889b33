import type { MentorStep } from '../../src/domain/mentor'
import { SummaryList } from '../govuk'
import { dayText } from '../words/times'
import { DBS_LEVEL, MENTOR_STAGE, SETTING, STOP_REASON, WORKFORCE } from './words'

/** Every step that was recorded, the newest first. */
export function Steps({ steps }: { steps: readonly MentorStep[] }) {
  if (steps.length === 0)
    return <p class="wm-empty">No step yet: they have applied, and nothing is checked.</p>
  return (
    <SummaryList
      rows={steps.map((step) => ({ key: MENTOR_STAGE[step.stage], value: <Kept step={step} /> }))}
    />
  )
}

function Kept({ step }: { step: MentorStep }) {
  const facts = [
    step.setting && `${SETTING[step.setting]}, known ${step.knownYears} years, not family`,
    step.dbsLevel && DBS_LEVEL[step.dbsLevel],
    step.dbsWorkforce && `for work with ${WORKFORCE[step.dbsWorkforce].toLowerCase()}`,
    step.issuedOn && `issued ${dayText(step.issuedOn)}`,
    step.renewOn && `renew by ${dayText(step.renewOn)}`,
    step.reason && STOP_REASON[step.reason],
  ].filter((fact) => fact !== undefined)
  return (
    <>
      {dayText(step.onDay)}, <bdi>{step.checkedByName}</bdi>
      {facts.length > 0 ? <div>{facts.join('; ')}</div> : null}
      {step.words ? (
        <div>
          <bdi>{step.words}</bdi>
        </div>
      ) : null}
    </>
  )
}
