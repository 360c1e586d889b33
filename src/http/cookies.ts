import type { Context } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'

const OPTIONS = { prefix: 'host', path: '/', secure: true, httpOnly: true, sameSite: 'Lax' } as const

/** A cookie of ours, or undefined. */
export function readCookie(c: Context, name: string): string | undefined {
  return getCookie(c, name, 'host')
}

/** Whether the browser has any cookie of ours: somebody without one is nobody in particular. */
export function hasCookie(c: Context): boolean {
  return c.req.header('cookie')?.includes('__Host-') ?? false
}

/** Keeps a cookie until the browser is closed, or for so many seconds. */
export function keepCookie(c: Context, name: string, value: string, seconds?: number): void {
  setCookie(c, name, value, { ...OPTIONS, ...(seconds === undefined ? {} : { maxAge: seconds }) })
}

export function dropCookie(c: Context, name: string): void {
  deleteCookie(c, name, OPTIONS)
}
