import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'

const USUAL_PATHS = ['/usr/bin/chromium', '/usr/bin/chromium-browser']
const USUAL_NAMES = ['google-chrome', 'google-chrome-stable', 'chromium']

/** The browser to test with: the one named by CHROMIUM_PATH, or the first that is installed. */
export function findChromium(): string | undefined {
  const named = process.env.CHROMIUM_PATH
  if (named) return isRunnable(named) ? named : undefined
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean)
  const onPath = USUAL_NAMES.flatMap((name) => folders.map((folder) => join(folder, name)))
  return [...USUAL_PATHS, ...onPath].find(isRunnable)
}

function isRunnable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

/** Quiet and alone: nothing but the page may reach the network. */
export const CHROMIUM_ARGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-default-apps',
  '--disable-sync',
  '--no-first-run',
]
