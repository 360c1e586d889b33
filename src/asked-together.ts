/**
 * Asks once for all who want to know before the question is put, at the end of a turn of the event loop. Nobody gets
 * an answer to a question that was put before they asked. Not for Workers, where no request may wait for another's.
 */
export function askedTogether<Answer>(ask: () => Promise<Answer>): () => Promise<Answer> {
  let waiting: Promise<Answer> | undefined
  return () =>
    (waiting ??= new Promise((resolve, reject) =>
      setImmediate(() => {
        waiting = undefined
        ask().then(resolve, reject)
      }),
    ))
}
