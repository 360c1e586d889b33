import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const FOLDERS = new Set<string>()

// However this process ends, no folder of its own is left.
process.on('exit', () => {
  for (const folder of FOLDERS) removeFolder(folder)
})

/** A new folder, removed with `removeFolder` or at the latest when this process ends. */
export function makeTemporaryFolder(name: string): string {
  const folder = mkdtempSync(join(tmpdir(), `waymark-${name}-`))
  FOLDERS.add(folder)
  return folder
}

export function removeFolder(folder: string): void {
  rmSync(folder, { recursive: true, force: true })
  FOLDERS.delete(folder)
}
