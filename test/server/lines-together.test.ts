import { spawnSync } from 'node:child_process'
import { describe, expect, it } from 'vitest'

/** What a process writes that has three lines to write and then ends so, in the same turn of the event loop. */
function written(end: string): string[] {
  const script = `
    import { linesTogether } from './src/lines-together.ts'
    const write = linesTogether()
    for (const line of ['one', '100%s', 'three']) write(line)
    ${end}`
  const { stdout } = spawnSync(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', script], {
    encoding: 'utf8',
  })
  return stdout.split('\n').slice(0, -1)
}

describe('lines that are written together', () => {
  it.each([
    ['comes to its end', ''],
    ['is ended', 'process.exit(0)'],
    ['fails', "throw new Error('a fault')"],
    ['goes on', "setTimeout(() => { write('four'); process.kill(process.pid, 'SIGKILL') }, 50)"],
  ])('are all there, in their order, when the process %s', (_how, end) => {
    expect(written(end)).toEqual(['one', '100%s', 'three'])
  })
})
