import type { Child } from 'hono/jsx'
import type { OpportunityKind } from '../../src/domain/opportunity'

/** A signpost with two arms: the service's mark. The amber arm is set by the style sheet. */
export function Mark() {
  return (
    <svg class="wm-mark" width="32" height="32" viewBox="0 0 32 32" aria-hidden="true" focusable="false">
      <path class="wm-mark__post" d="M14.5 2h3v28h-3z" />
      <path class="wm-mark__arm" d="M6 5h17l5 4.5-5 4.5H6z" />
      <path class="wm-mark__back" d="M26 16.5H12L7 21l5 4.5h14z" />
    </svg>
  )
}

/** A picture beside a word: 24 by 24, drawn as lines by the style sheet, which says it once for the 90 of a page. */
function Icon({ children }: { children: Child }) {
  return (
    <svg class="wm-icon" width="24" height="24" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      {children}
    </svg>
  )
}

/** The outline of each kind of opportunity; the word always stands beside it. */
const KIND_PATHS: Record<OpportunityKind, string> = {
  // A lanyard with a pass.
  'work-experience': 'M8 2l4 6 4-6M6 8h12v14H6zM12 12.5v.01M9 18c.6-2 5.4-2 6 0',
  // A hard hat.
  apprenticeship: 'M3.5 17v-1.5a8.5 8.5 0 0 1 17 0V17M2 17h20v3.5H2zM9.5 12V5h5v7',
  // A briefcase.
  job: 'M3 8h18v12H3zM8.5 8V4h7v4M3 13h18M12 12v2',
  // Two speech bubbles with a tick.
  'guaranteed-interview': 'M3 4h18v12h-9l-5 5v-5H3zM8.5 10l2.5 2.5 4.5-4.5',
  // An eye.
  'insight-day': 'M2 12s4-7 10-7 10 7 10 7-4 7-10 7-10-7-10-7zM12 9a3 3 0 1 1 0 6 3 3 0 0 1 0-6z',
  // A mortar board.
  training: 'M12 4 1.5 9.5 12 15l10.5-5.5zM6 12v5c3 3 9 3 12 0v-5M22.5 9.5V16',
  // Two people, one a step ahead.
  mentoring: 'M8 5a3 3 0 1 1 0 6 3 3 0 0 1 0-6zM2 21v-2c0-3 2.5-5 6-5s6 2 6 5v2M17 9l2 2 3.5-4',
  // A heart.
  befriending: 'M12 21S3 15 3 8.5A4.7 4.7 0 0 1 12 6.5a4.7 4.7 0 0 1 9 2C21 15 12 21 12 21z',
  // A hand held up.
  volunteering:
    'M7 13V6.5a1.5 1.5 0 0 1 3 0V11M10 11V4a1.5 1.5 0 0 1 3 0v7M13 11V5.5a1.5 1.5 0 0 1 3 0V12M16 12V8.5a1.5 1.5 0 0 1 3 0V15c0 4-2.5 7-6 7-3 0-4.5-1-6-3.5L3.5 14c-.8-1.8 1.5-2.8 2.5-1.5L7 13',
  // A calendar.
  event: 'M3 5h18v16H3zM3 10h18M8 2.5V7M16 2.5V7M8 14.5h3M8 17.5h8',
  // A ticket.
  discount: 'M2 6h20v4a2 2 0 0 0 0 4v4H2v-4a2 2 0 0 0 0-4zM15 6v2M15 11v2M15 16v2',
  // A purse.
  'money-help': 'M3 7h18v13H3zM3 7l13-4v4M21 11h-5a2.5 2.5 0 0 0 0 5h5M16.5 13.5v.01',
  // A house.
  'housing-help': 'M3 11.5 12 3l9 8.5M5.5 9.5V21h13V9.5M10 21v-6.5h4V21',
  // An open book.
  advice: 'M12 6c-2-2-6-2-10-1.5V19c4-.5 8-.5 10 1.5 2-2 6-2 10-1.5V4.5C18 4 14 4 12 6zM12 6v14.5',
}

/** The picture of a kind of opportunity. */
export function KindIcon({ kind }: { kind: OpportunityKind }) {
  return (
    <Icon>
      <path d={KIND_PATHS[kind]} />
    </Icon>
  )
}

/** Where. */
export function PinIcon() {
  return (
    <Icon>
      <path d="M12 22s7-7 7-12.5A7 7 0 0 0 5 9.5C5 15 12 22 12 22zM12 7a2.5 2.5 0 1 1 0 5 2.5 2.5 0 0 1 0-5z" />
    </Icon>
  )
}

/** Pay, or what it costs. */
export function CoinIcon() {
  return (
    <Icon>
      <path d="M12 2.5a9.5 9.5 0 1 1 0 19 9.5 9.5 0 0 1 0-19zM15 8.5c-1.5-2-5-1.5-5 1.5 0 2.5 1 4 0 6.5M8.5 16.5H15M8.5 12.5h5" />
    </Icon>
  )
}

/** When it starts. */
export function FlagIcon() {
  return (
    <Icon>
      <path d="M5 22V3M5 4h14l-3 4.5 3 4.5H5" />
    </Icon>
  )
}

/** By when. */
export function ClockIcon() {
  return (
    <Icon>
      <path d="M12 2.5a9.5 9.5 0 1 1 0 19 9.5 9.5 0 0 1 0-19zM12 7v5.5l3.5 2" />
    </Icon>
  )
}
