import { z } from 'zod'

/** `a, b` as its parts. */
function listOf(text: string): string[] {
  return text.split(',').map((part) => part.trim())
}

const Env = z.object({
  APP_ENV: z.enum(['development', 'test', 'production']).default('development'),
  HOST: z.string().min(1).default('127.0.0.1'),
  PORT: z.coerce.number().int().min(1).max(65535).default(3000),
  BASE_URL: z.url({ protocol: /^https?$/, error: 'must start with http:// or https://' }).optional(),
  DATABASE_PATH: z.string().min(1).default('data/waymark.sqlite'),
  SECRET_KEYS: z
    .string()
    .transform(listOf)
    .pipe(z.array(z.string().min(32, 'must be at least 32 characters')))
    .optional(),
  SERVICE_NAME: z.string().min(1).max(40).default('Waymark'),
  SEARCH_ENGINE: z.enum(['fts5', 'meilisearch'], 'must be fts5 or meilisearch').default('fts5'),
  MEILI_URL: z.url({ protocol: /^https?$/, error: 'must start with http:// or https://' }).optional(),
  MEILI_SEARCH_KEY: z.string().optional(),
  MEILI_WRITER_KEY: z.string().optional(),
  MAIL_TRANSPORT: z.enum(['dir', 'table', 'smtp']).default('dir'),
  MAIL_DIR: z.string().min(1).default('data/mail'),
  MAIL_FROM: z.email().default('no-reply@waymark.invalid'),
  SMTP_URL: z.url().optional(),
  STAFF_MAIL_DOMAINS: z.string().default('kent.gov.uk'),
})

/** Everything the product may be told from outside, checked. Secrets are apart, so that this can be logged. */
export type Config = Readonly<{
  appEnv: 'development' | 'test' | 'production'
  host: string
  port: number
  baseUrl: string
  databasePath: string
  serviceName: string
  search: { engine: 'fts5' } | { engine: 'meilisearch'; url: string }
  mail: { kind: 'dir'; folder: string } | { kind: 'table' } | { kind: 'smtp' }
  mailFrom: string
  /** Domains that staff accounts may have; anyone else is refused an adviser's, broker's or manager's invitation. */
  staffMailDomains: readonly string[]
}>

export type ConfigSecrets = Readonly<{
  /** Newest first: the first seals and signs, the others still open what they sealed. */
  keys: readonly [string, ...string[]]
  smtpUrl: string | null
  /** May search, and nothing else. */
  meiliSearchKey: string | null
  /** May keep the index, and not search. */
  meiliWriterKey: string | null
}>

/** For development and tests only; production refuses to start without keys of its own. */
const DEVELOPMENT_KEY = 'development-only-key-0123456789abcdef'

/**
 * Takes `process.env` on Node and the binding object on Workers.
 * @throws one error that names every fault
 */
export function readConfig(env: Record<string, unknown>): { config: Config; secrets: ConfigSecrets } {
  const parsed = Env.safeParse(blankAsUnset(env))
  const faults = parsed.success
    ? []
    : parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`)
  const raw = parsed.success ? parsed.data : undefined
  if (env.APP_ENV === 'production') {
    if (!env.SECRET_KEYS) faults.push('SECRET_KEYS: is required in production')
    if (!env.BASE_URL) faults.push('BASE_URL: is required in production')
  }
  if (env.MAIL_TRANSPORT === 'smtp' && !env.SMTP_URL)
    faults.push('SMTP_URL: is required when MAIL_TRANSPORT is smtp')
  if (env.SEARCH_ENGINE === 'meilisearch')
    for (const name of ['MEILI_URL', 'MEILI_SEARCH_KEY', 'MEILI_WRITER_KEY'])
      if (!env[name]) faults.push(`${name}: is required when SEARCH_ENGINE is meilisearch`)
  if (!raw || faults.length > 0) throw new ConfigError(faults)

  const config: Config = Object.freeze({
    appEnv: raw.APP_ENV,
    host: raw.HOST,
    port: raw.PORT,
    baseUrl: (raw.BASE_URL ?? `http://localhost:${raw.PORT}`).replace(/\/$/, ''),
    databasePath: raw.DATABASE_PATH,
    serviceName: raw.SERVICE_NAME,
    search: searchOf(raw.SEARCH_ENGINE, raw.MEILI_URL),
    mail: mailOf(raw.MAIL_TRANSPORT, raw.MAIL_DIR),
    mailFrom: raw.MAIL_FROM,
    staffMailDomains: Object.freeze(listOf(raw.STAFF_MAIL_DOMAINS.toLowerCase())),
  })
  const keys = raw.SECRET_KEYS ?? [DEVELOPMENT_KEY]
  return {
    config,
    secrets: Object.freeze({
      keys: keys as [string, ...string[]],
      smtpUrl: raw.SMTP_URL ?? null,
      meiliSearchKey: raw.MEILI_SEARCH_KEY ?? null,
      meiliWriterKey: raw.MEILI_WRITER_KEY ?? null,
    }),
  }
}

function searchOf(engine: 'fts5' | 'meilisearch', url: string | undefined): Config['search'] {
  return Object.freeze(engine === 'meilisearch' && url !== undefined ? { engine, url } : { engine: 'fts5' })
}

function mailOf(transport: 'dir' | 'table' | 'smtp', folder: string): Config['mail'] {
  return Object.freeze(transport === 'dir' ? { kind: 'dir', folder } : { kind: transport })
}

/** The process refuses to start; the message names every fault, one a line. */
export class ConfigError extends Error {
  constructor(faults: readonly string[]) {
    super(`Bad configuration:\n${faults.map((fault) => `  ${fault}`).join('\n')}`)
  }
}

/** An empty line in `.env` means "not set". */
function blankAsUnset(env: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''))
}
