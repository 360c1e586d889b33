import { describe, expect, it } from 'vitest'
import { ConfigError, readConfig } from '../src/config'

const KEY = 'k'.repeat(32)
const PRODUCTION = { APP_ENV: 'production', SECRET_KEYS: KEY, BASE_URL: 'https://offers.kent.example' }

/** The faults that are named, by their variable. */
function faultsOf(env: Record<string, unknown>): string[] {
  try {
    readConfig(env)
    return []
  } catch (error) {
    expect(error).toBeInstanceOf(ConfigError)
    return (error as Error).message
      .split('\n')
      .slice(1)
      .map((line) => line.trim())
  }
}

const namesOf = (env: Record<string, unknown>) => [
  ...new Set(faultsOf(env).map((fault) => /^\w+/.exec(fault)?.[0])),
]

describe('the configuration', () => {
  it('needs nothing for development', () => {
    const { config } = readConfig({})
    expect(config).toMatchObject({
      appEnv: 'development',
      host: '127.0.0.1',
      port: 3000,
      baseUrl: 'http://localhost:3000',
      databasePath: 'data/waymark.sqlite',
      mail: { kind: 'dir', folder: 'data/mail' },
      staffMailDomains: ['kent.gov.uk'],
      search: { engine: 'fts5' },
    })
  })

  it('keeps the keys of a search engine apart, and wants them all', () => {
    const env = {
      SEARCH_ENGINE: 'meilisearch',
      MEILI_URL: 'http://127.0.0.1:7700',
      MEILI_SEARCH_KEY: 'may-search',
      MEILI_WRITER_KEY: 'may-write',
    }
    const { config, secrets } = readConfig(env)
    expect(config.search).toEqual({ engine: 'meilisearch', url: 'http://127.0.0.1:7700' })
    expect(secrets).toMatchObject({ meiliSearchKey: 'may-search', meiliWriterKey: 'may-write' })
    expect(JSON.stringify(config)).not.toContain('may-')
    expect(namesOf({ SEARCH_ENGINE: 'meilisearch' })).toEqual([
      'MEILI_URL',
      'MEILI_SEARCH_KEY',
      'MEILI_WRITER_KEY',
    ])
    expect(namesOf({ ...env, MEILI_URL: 'file:///etc' })).toContain('MEILI_URL')
  })

  it('reads every name', () => {
    const { config, secrets } = readConfig({
      ...PRODUCTION,
      HOST: '0.0.0.0',
      PORT: '8080',
      BASE_URL: 'https://offers.kent.example/',
      DATABASE_PATH: '/data/a.sqlite',
      SECRET_KEYS: `${KEY}, ${'o'.repeat(32)}`,
      SERVICE_NAME: 'Finger post',
      MAIL_TRANSPORT: 'smtp',
      MAIL_FROM: 'no-reply@kent.example',
      SMTP_URL: 'smtps://user:hidden@relay.kent.example',
      STAFF_MAIL_DOMAINS: 'Kent.gov.uk, medway.gov.uk',
    })
    expect(config).toEqual({
      appEnv: 'production',
      host: '0.0.0.0',
      port: 8080,
      baseUrl: 'https://offers.kent.example',
      databasePath: '/data/a.sqlite',
      serviceName: 'Finger post',
      search: { engine: 'fts5' },
      mail: { kind: 'smtp' },
      mailFrom: 'no-reply@kent.example',
      staffMailDomains: ['kent.gov.uk', 'medway.gov.uk'],
    })
    expect(secrets).toEqual({
      keys: [KEY, 'o'.repeat(32)],
      smtpUrl: 'smtps://user:hidden@relay.kent.example',
      meiliSearchKey: null,
      meiliWriterKey: null,
    })
  })

  it('names every fault at once', () => {
    const bad = {
      APP_ENV: 'live',
      PORT: 'eighty',
      BASE_URL: 'nowhere',
      SECRET_KEYS: 'short',
      SEARCH_ENGINE: 'guess',
      MAIL_TRANSPORT: 'smtp',
      MAIL_FROM: 'nobody',
    }
    expect(namesOf(bad).sort()).toEqual(
      [...Object.keys(bad).filter((name) => name !== 'MAIL_TRANSPORT'), 'SMTP_URL'].sort(),
    )
  })

  it.each([
    ['PORT', '0'],
    ['PORT', '65536'],
    ['PORT', '80.5'],
    ['PORT', '-1'],
    ['PORT', '3000abc'],
    ['BASE_URL', 'javascript:alert(1)'],
    ['BASE_URL', 'ftp://offers.kent.example'],
    ['BASE_URL', 'offers.kent.example'],
    ['SECRET_KEYS', 'a'.repeat(31)],
    ['SECRET_KEYS', `short,${KEY}`],
    ['SECRET_KEYS', `${KEY},`],
    ['SECRET_KEYS', `${'a'.repeat(16)},${'b'.repeat(16)}`],
    ['SERVICE_NAME', 'a'.repeat(41)],
    ['SMTP_URL', 'relay'],
    ['SEARCH_ENGINE', 'Fts5'],
  ])('refuses %s=%s', (name, value) => {
    expect(namesOf({ [name]: value })).toEqual([name])
  })

  it('says what is wrong without the value, which may be a secret', () => {
    const faults = faultsOf({ SECRET_KEYS: 'hunter2', SMTP_URL: 'user:hunter2@relay' }).join('\n')
    expect(faults).toMatch(/SECRET_KEYS.*32/)
    expect(faults).not.toContain('hunter2')
  })

  it('needs keys and an address of its own in production', () => {
    expect(faultsOf(PRODUCTION)).toEqual([])
    expect(namesOf({ APP_ENV: 'production' })).toEqual(['SECRET_KEYS', 'BASE_URL'])
    expect(namesOf({ ...PRODUCTION, SECRET_KEYS: '' })).toEqual(['SECRET_KEYS'])
    expect(namesOf({ ...PRODUCTION, BASE_URL: '' })).toEqual(['BASE_URL'])
    expect(namesOf({ APP_ENV: 'production', PORT: 'x' }).sort()).toEqual(['BASE_URL', 'PORT', 'SECRET_KEYS'])
  })

  it('takes an empty line for one that is not there', () => {
    const blank = {
      APP_ENV: '',
      PORT: '',
      BASE_URL: '',
      DATABASE_PATH: '',
      SECRET_KEYS: '',
      MAIL_TRANSPORT: '',
      SMTP_URL: '',
      STAFF_MAIL_DOMAINS: '',
    }
    expect(readConfig(blank)).toEqual(readConfig({}))
    expect(namesOf({ MAIL_TRANSPORT: 'smtp', SMTP_URL: '' })).toEqual(['SMTP_URL'])
  })

  it('is not disturbed by what else is in the environment', () => {
    expect(readConfig({ PATH: '/bin', NODE_ENV: 'production', DB: {} })).toEqual(readConfig({}))
  })

  it('cannot be changed afterwards, to its depths', () => {
    const { config, secrets } = readConfig({})
    for (const part of [config, config.mail, config.staffMailDomains, secrets])
      expect(Object.isFrozen(part)).toBe(true)
    expect(() => Object.assign(config, { appEnv: 'development' })).toThrow(TypeError)
  })

  it('can be logged: no secret is in it', () => {
    const { config } = readConfig({
      ...PRODUCTION,
      MAIL_TRANSPORT: 'smtp',
      SMTP_URL: 'smtps://user:hunter2@relay.example',
    })
    expect(JSON.stringify(config)).not.toMatch(/hunter2|kkkk|smtps/)
  })
})
