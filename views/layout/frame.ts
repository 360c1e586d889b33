import { createContext, useContext } from 'hono/jsx'

/** Whose page it is. It decides the face of the frame, never what somebody may do. */
export type Audience = 'public' | 'care-leaver' | 'champion' | 'adviser' | 'team' | 'manager' | 'coordinator'

/** URLs of the built files, as `npm run build` writes them to `dist/assets.json`. */
export type Assets = { stylesheet: string; script: string; favicon: string; font: string }

/** What every page needs around its content, filled once a request. */
export type Frame = {
  serviceName: string
  audience: Audience
  /** Who is signed in. */
  person: { name: string } | null
  /** At most five. */
  links: readonly { href: string; text: string; isCurrent: boolean }[]
  assets: Assets
  /** The key that makes sending a form twice harmless. */
  newKey: () => string
  /** After how many minutes without a page this session ends; null when it lasts for days, or nobody is signed in. */
  idleMinutes: number | null
  /** A message shown once. */
  notice: string | null
  isDevelopment: boolean
  signInHref: string
  signOutAction: string
  accountHref: string
  homeHref: string
  footerLinks: readonly { href: string; text: string }[]
}

/** A frame around nothing. */
export const EMPTY_FRAME: Frame = {
  serviceName: 'Waymark',
  audience: 'public',
  person: null,
  links: [],
  assets: { stylesheet: '', script: '', favicon: '', font: '' },
  newKey: () => '',
  idleMinutes: null,
  notice: null,
  isDevelopment: false,
  signInHref: '/',
  signOutAction: '/',
  accountHref: '/',
  homeHref: '/',
  footerLinks: [],
}

/** Carries the frame to wherever a page needs it, without passing it through every component. */
export const FrameContext = createContext<Frame>(EMPTY_FRAME)

/** The frame of the page being rendered. */
export const useFrame = (): Frame => useContext(FrameContext)
