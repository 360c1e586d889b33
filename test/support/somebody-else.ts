import { spawnSync } from 'node:child_process'

const NOBODY = 65_534

/**
 * How to start a process that file modes hold for: they hold for nobody who is root. Undefined where there is none,
 * because the product lies where only root may read.
 */
export const somebodyElse: { uid?: number; gid?: number } | undefined = (() => {
  if (process.getuid?.() !== 0) return {}
  const nobody = { uid: NOBODY, gid: NOBODY }
  const script = "require('node:fs').readFileSync('dist/server.js')"
  return spawnSync(process.execPath, ['-e', script], { stdio: 'ignore', ...nobody }).status === 0
    ? nobody
    : undefined
})()
