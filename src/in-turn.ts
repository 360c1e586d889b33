import { faultOf, type Log } from './log'

/** Does one thing after the other. One that fails is told of and keeps none of the others from being done. */
export async function inTurn(log: Log, event: string, tasks: readonly (() => Promise<unknown>)[]) {
  for (const task of tasks) {
    try {
      await task()
    } catch (error) {
      log({ level: 'error', event, error: faultOf(error) })
    }
  }
}
