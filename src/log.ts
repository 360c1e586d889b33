/** The only fields a log line may have. None of them can carry personal data: the path is the route's pattern. */
export type LogLine = {
  level: 'info' | 'warn' | 'error'
  event: string
  requestId?: string
  method?: string
  route?: string
  status?: number
  milliseconds?: number
  role?: string
  topic?: string
  error?: string
  count?: number
}

export type Log = (line: LogLine) => void

/** One JSON line on standard output per request and per fault. */
export function createLog(now: () => Date, write: (line: string) => void = console.log): Log {
  return (line) => write(JSON.stringify({ at: now().toISOString(), ...line }))
}

/** A fault as its type and where it came from. The message is left out: it can quote what somebody typed. */
export function faultOf(error: unknown): string {
  if (error instanceof AggregateError) return error.errors.map(faultOf).join('; ')
  if (!(error instanceof Error)) return 'unknown fault'
  const frame = error.stack?.split('\n').find((line) => line.trim().startsWith('at '))
  return `${error.name}${frame ? ` ${frame.trim()}` : ''}`
}
