import { readdirSync, readFileSync, statSync } from 'node:fs'
import { dirname, join, normalize, relative } from 'node:path'
import { describe, expect, it } from 'vitest'
import { listRoutes } from '../src/cli/app-without-data'
import { paths } from '../src/paths'

const ROOT = join(import.meta.dirname, '..')

function filesUnder(folder: string): string[] {
  return readdirSync(join(ROOT, folder)).flatMap((name) => {
    const path = join(folder, name)
    if (statSync(join(ROOT, path)).isDirectory()) return filesUnder(path)
    return /\.tsx?$/.test(name) ? [path] : []
  })
}

const FILES = ['src', 'db', 'views'].flatMap(filesUnder).filter((file) => !file.startsWith('views/assets/'))

type Import = { from: string; to: string; isTypeOnly: boolean }

const IMPORT = /^(?:import|export)\s+(type\s+)?([\w{}*,\s]*?)\s+from\s+'([^']+)'/gm

/** Every import of a file; one whose every name is a type counts as a type. */
function importsOf(file: string): Import[] {
  const text = readFileSync(join(ROOT, file), 'utf8')
  return [...text.matchAll(IMPORT)].map(([, type, names = '', to = '']) => {
    const list = names
      .replace(/[{}]/g, '')
      .split(',')
      .map((name) => name.trim())
      .filter(Boolean)
    const isTypeOnly = Boolean(type) || (list.length > 0 && list.every((name) => name.startsWith('type ')))
    const target = to.startsWith('.') ? relative(ROOT, normalize(join(ROOT, dirname(file), to))) : to
    return { from: file, to: target, isTypeOnly }
  })
}

const IMPORTS = FILES.flatMap(importsOf)

/** The area a path belongs to: the name of the rule below. */
function areaOf(path: string): string {
  const areas = [
    'src/domain',
    'src/policy',
    'src/matching',
    'src/cohort',
    'src/commands',
    'src/routes',
    'src/http',
    'src/auth',
    'src/search',
    'src/geo',
    'src/notify',
    'src/outbox',
    'src/scheduled',
    'src/cli',
    'db/seed',
    'db',
    'views',
  ]
  return areas.find((area) => path === area || path.startsWith(`${area}/`)) ?? path
}

/** Who may import whom, by value. A type may also come from where the data is made. */
const ARROWS: Record<string, readonly string[]> = {
  'src/domain': [],
  'src/policy': ['src/domain'],
  'src/matching': ['src/domain'],
  db: ['src/domain', 'kysely', 'better-sqlite3', 'node:fs', 'node:path'],
  views: ['src/domain', 'src/matching', 'src/paths', 'hono/jsx', 'hono/html', 'ical-generator'],
  'src/cohort': ['src/domain', 'src/matching', 'db'],
  'src/commands': ['src/domain', 'src/policy', 'src/matching', 'db'],
  'src/geo': ['src/domain', 'db', 'postcode'],
  'src/search': ['src/domain', 'db', 'stemmer', 'meilisearch'],
  'src/notify': ['src/domain', 'db', 'nodemailer', 'node:fs/promises', 'node:path'],
  'src/outbox': ['src/domain', 'db', 'src/notify', 'src/search', 'src/auth', 'src/paths', 'src/log'],
  'src/scheduled': ['src/commands', 'src/domain', 'db'],
  'src/auth': ['src/domain', 'db', 'lucia'],
  'src/http': [
    'src/domain',
    'src/policy',
    'src/commands',
    'src/auth',
    'db',
    'views',
    'src/paths',
    'src/log',
    'hono',
    'zod',
  ],
  'src/routes': [
    'src/http',
    'src/commands',
    'src/domain',
    'src/policy',
    'src/matching',
    'src/cohort',
    'src/geo',
    'src/search',
    'src/auth',
    'db',
    'views',
    'src/paths',
    'hono',
    'zod',
    'papaparse',
  ],
}

/** Areas whose types anybody below them may name: they are the shape of what is handed over. */
const TYPES_FROM = [
  'db',
  'src/domain',
  'src/policy',
  'src/matching',
  'src/cohort',
  'src/search',
  'src/auth',
  'src/notify',
  'src/deps',
  'src/config',
  'src/commands',
  'src/routes',
  'src/log',
  'kysely',
  'views',
  'src/outbox',
  '@cloudflare/workers-types',
]

const mayImport = (area: string, to: string, isTypeOnly: boolean): boolean => {
  const target = areaOf(to)
  const allowed = [area, ...(ARROWS[area] ?? []), ...(isTypeOnly && area !== 'src/domain' ? TYPES_FROM : [])]
  return allowed.some((one) => target === one || to.startsWith(`${one}/`))
}

describe('the architecture', () => {
  it('lets imports flow one way', () => {
    const wrong = IMPORTS.filter(({ from, to, isTypeOnly }) => {
      const area = areaOf(from)
      return area in ARROWS && !mayImport(area, to, isTypeOnly)
    })
    expect(wrong.map(({ from, to }) => `${from} → ${to}`)).toEqual([])
  })

  it('lets only commands and adapters build writes', () => {
    const wrong = IMPORTS.filter(
      ({ from, to }) =>
        to.startsWith('db/statements') &&
        /^(views|src\/(domain|policy|matching|routes|search|geo))\//.test(from),
    )
    expect(wrong).toEqual([])
  })

  it('keeps the clock, chance and the environment out of the middle', () => {
    const pure = FILES.filter(
      (file) =>
        /^(src\/(domain|policy|matching|commands|routes)|views|db\/(queries|statements))\//.test(file) &&
        !file.startsWith('views/assets'),
    )
    const wrong = pure.filter((file) => {
      const text = readFileSync(join(ROOT, file), 'utf8')
      return /Date\.now\(|new Date\(\)|Math\.random\(|process\.|from 'node:/.test(text)
    })
    expect(wrong).toEqual([])
  })

  it('has no interactive transaction', () => {
    const wrong = FILES.filter(
      (file) =>
        !/^db\/(migrate|seed)/.test(file) &&
        /\.transaction\(\)/.test(
          readFileSync(join(ROOT, file), 'utf8').replace(/\/\*\*[\s\S]*?\*\/|\/\/.*/g, ''),
        ),
    )
    expect(wrong).toEqual([])
  })

  it('lets a command call no other command', () => {
    const doors = ['src/commands/commit-change', 'src/commands/command-context']
    // What several commands commit is a part of each of them, and commits nothing by itself.
    const isPart = (to: string) => to.startsWith('src/commands/parts/')
    const wrong = IMPORTS.filter(
      ({ from, to, isTypeOnly }) =>
        from.startsWith('src/commands/') &&
        to.startsWith('src/commands/') &&
        !isTypeOnly &&
        !doors.includes(to) &&
        !isPart(to),
    )
    expect(wrong.map(({ from, to }) => `${from} → ${to}`)).toEqual([])
  })

  it('spells no address outside paths.ts', () => {
    const wrong = FILES.filter((file) => file.startsWith('views/')).filter((file) =>
      /(href|action)="\/(?!")/.test(readFileSync(join(ROOT, file), 'utf8')),
    )
    expect(wrong).toEqual([])
  })

  it('writes raw HTML in four places only', () => {
    const wrong = IMPORTS.filter(({ to }) => to === 'hono/html').map(({ from }) => from)
    expect(wrong.sort()).toEqual([
      'src/http/page.tsx',
      'views/layout/page.tsx',
      'views/shared/json-ld.tsx',
      'views/shared/kept.tsx',
    ])
  })
})

const ROUTES = listRoutes()

describe('every route', () => {
  it('has a guard', () => {
    expect(ROUTES.filter(({ permission }) => permission === null)).toEqual([])
    expect(ROUTES.length).toBeGreaterThan(80)
  })
})

const ID = 'a'.repeat(32)

/** Every address that `paths` can make, with stand-in arguments. */
function everyPath(): string[] {
  const walk = (value: unknown): string[] => {
    if (typeof value === 'string') return [value]
    if (typeof value === 'function') return [(value as (...ids: string[]) => string)(ID, ID)]
    return Object.values(value as object).flatMap(walk)
  }
  return walk(paths)
}

const matches = (pattern: string, path: string) => {
  const [a, b] = [pattern.split('/'), path.split('/')]
  return (
    a.length === b.length &&
    a.every((part, index) => part.startsWith(':') || part === b[index] || b[index] === ID || part === '')
  )
}

describe('every path', () => {
  it.each(everyPath())('%s reaches a route', (path) => {
    expect(ROUTES.some((route) => matches(route.path, path))).toBe(true)
  })
})
