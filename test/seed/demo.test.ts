import { createHash } from 'node:crypto'
import Sqlite from 'better-sqlite3'
import { beforeAll, describe, expect, it } from 'vitest'
import { listEndedHolds } from '../../db/queries/matches'
import { listChecksFallingDue } from '../../db/queries/outcome-checks'
import { listEndedShares } from '../../db/queries/shares'
import { findCandidate, listCandidates } from '../../db/queries/candidates'
import { listDemoPeople } from '../../db/queries/demo'
import { listClosingSoon, listOpenings, listPastClosing } from '../../db/queries/opportunities'
import { migrate } from '../../db/migrate'
import { openNodeDatabase } from '../../db/node'
import { type DemoAccounts, seedDemo } from '../../db/seed/demo'
import { seedReference } from '../../db/seed/reference'
import { createSecrets } from '../../src/auth/secrets'
import { ACCOUNT_STATES } from '../../src/domain/account'
import { CONSIDERATIONS, PROFILE_QUESTIONS } from '../../src/domain/care-leaver'
import { ASK_STATES } from '../../src/domain/champion-ask'
import { ageOn } from '../../src/domain/dates'
import type { CareLeaverId } from '../../src/domain/ids'
import { INTEREST_STATES, MATCH_STATES, OUTCOME_RESULTS, PLACE_HOLDING_STATES } from '../../src/domain/match'
import {
  OPPORTUNITY_KINDS,
  OPPORTUNITY_STATES,
  PRIORITIES,
  REVISION_STATES,
  VISIBILITIES,
} from '../../src/domain/opportunity'
import { type OpportunityDraft, toContent, warningsFor } from '../../src/domain/opportunity-draft'
import { ORGANISATION_KINDS } from '../../src/domain/organisation'
import { PLEDGE_STATES } from '../../src/domain/pledge'
import {
  COVENANT_OUTCOMES,
  EET_STATUSES,
  LOCAL_OFFER_HEADINGS,
  STATUTORY_CATEGORIES,
} from '../../src/domain/taxonomy'
import { fromEvidence } from '../../src/matching/evidence'
import { shortlistOpenings } from '../../src/matching/shortlist'
import { FIRST_RULE_SET } from '../../src/domain/rule-set/first-rule-set'

const NOW = new Date('2026-11-22T10:30:00.000Z')
const TODAY = '2026-11-22'
const secrets = createSecrets(['a key for the tests of the demonstration'])

let sqlite: InstanceType<typeof Sqlite>
let accounts: DemoAccounts

beforeAll(async () => {
  sqlite = await givenDemo()
  accounts = await listDemoPeople(openNodeDatabase(sqlite), TODAY)
}, 60_000)

async function givenDemo(now = NOW) {
  const connection = new Sqlite(':memory:')
  connection.pragma('foreign_keys = ON')
  migrate(connection, 'db/migrations')
  seedReference(connection)
  await seedDemo(connection, { now, secrets })
  return connection
}

function count(sql: string, ...parameters: unknown[]): number {
  return sqlite
    .prepare(`SELECT count(*) FROM ${sql}`)
    .pluck()
    .get(...parameters) as number
}

function column<T = string>(sql: string): T[] {
  return sqlite.prepare(sql).pluck().all() as T[]
}

function valuesOf(table: string, name: string): string[] {
  return column(`SELECT DISTINCT ${name} FROM "${table}" WHERE ${name} IS NOT NULL`)
}

describe('the people of the demonstration', () => {
  it('are as many as promised', () => {
    expect(count('care_leaver')).toBe(2_051)
    expect(count("account WHERE role = 'broker'")).toBe(6)
    expect(count("account WHERE role = 'manager'")).toBe(2)
    expect(count("account WHERE role = 'adviser'")).toBe(80)
    expect(count("account WHERE role IN ('champion', 'partner')")).toBe(45)
    expect(count('organisation')).toBe(30)
    expect(count("account WHERE role = 'care-leaver' AND state = 'active'")).toBeGreaterThanOrEqual(400)
    expect(count("care_leaver WHERE consideration = 'yes'")).toBeGreaterThanOrEqual(1_450)
    expect(count("care_leaver WHERE consideration = 'no'")).toBe(150)
  })

  it('are 18 to 25, of every category and activity, in all twelve districts, elsewhere and unknown', () => {
    const ages = column('SELECT date_of_birth FROM care_leaver').map((day) => ageOn(day, TODAY))
    expect(Math.min(...ages)).toBe(18)
    expect(Math.max(...ages)).toBe(25)
    expect(valuesOf('care_leaver', 'statutory_category').sort()).toEqual([...STATUTORY_CATEGORIES].sort())
    expect(valuesOf('care_leaver', 'eet_status').sort()).toEqual([...EET_STATUSES].sort())
    expect(valuesOf('care_leaver', 'district')).toHaveLength(14)
  })

  it('have no adviser where the law gives them none', () => {
    expect(count("care_leaver WHERE statutory_category = 'qualifying' AND adviser_id IS NOT NULL")).toBe(0)
    const share = count("care_leaver WHERE statutory_category = 'qualifying'") / 2_051
    expect(share).toBeGreaterThan(0.045)
    expect(share).toBeLessThan(0.075)
  })

  it('came as unaccompanied children more often than not, which only sealed facts tell', async () => {
    const sealed = column("SELECT sealed FROM eligibility_fact WHERE fact = 'right-to-work'")
    const facts = await Promise.all(sealed.map((text) => secrets.open(text)))
    const born = /Passport|Birth certificate/
    expect(facts.filter((fact) => !born.test(fact)).length / facts.length).toBeGreaterThan(0.5)
    const plain = JSON.stringify(
      column('SELECT preferred_name || pronouns || category_source FROM care_leaver'),
    )
    expect(plain).not.toMatch(/visa|asylum|unaccompanied|permit/i)
  })

  it('write from addresses that nobody can have', () => {
    expect(
      column('SELECT email FROM account WHERE email IS NOT NULL').filter(
        (email) => !email.endsWith('.example'),
      ),
    ).toEqual([])
  })

  it('have answered every question somewhere, and said whom not to tell', () => {
    expect(valuesOf('profile_answer', 'question').sort()).toEqual([...PROFILE_QUESTIONS].sort())
    expect(valuesOf('not_told', 'kind').sort()).toEqual(['email', 'organisation', 'person'])
    expect(count('(SELECT DISTINCT care_leaver_id FROM profile_answer)') / 2_051).toBeCloseTo(0.7, 1)
  })

  it('are organisations of every kind, two departments without a champion', () => {
    expect(valuesOf('organisation', 'kind').sort()).toEqual([...ORGANISATION_KINDS].sort())
    const without =
      "organisation o WHERE kind = 'department' AND NOT EXISTS (SELECT 1 FROM account WHERE organisation_id = o.id)"
    expect(count(without)).toBe(2)
  })
})

describe('the offers of the demonstration', () => {
  it('are as many as promised', () => {
    expect(count("opportunity WHERE state = 'published'")).toBe(300)
    expect(count("opportunity WHERE state IN ('closed', 'expired', 'withdrawn', 'archived')")).toBe(200)
    expect(count("opportunity WHERE state = 'submitted'")).toBe(14)
    expect(
      count(
        "opportunity_revision r JOIN opportunity o ON o.id = r.opportunity_id WHERE o.state = 'published' AND r.state <> 'published'",
      ),
    ).toBe(6)
  })

  it('are of every kind, heading, outcome, visibility and priority', () => {
    const live = (name: string) =>
      column(`SELECT DISTINCT ${name} FROM opportunity WHERE state = 'published'`).sort()
    expect(live('kind')).toEqual([...OPPORTUNITY_KINDS].sort())
    expect(live('heading')).toEqual([...LOCAL_OFFER_HEADINGS].sort())
    expect(live('visibility')).toEqual([...VISIBILITIES].sort())
    expect(live('priority')).toEqual([...PRIORITIES].sort())
    expect(valuesOf('opportunity_outcome', 'outcome').sort()).toEqual([...COVENANT_OUTCOMES].sort())
    const kept = count("opportunity WHERE state = 'published' AND visibility = 'care-leavers-only'") / 300
    expect(kept).toBeGreaterThan(0.15)
    expect(kept).toBeLessThan(0.25)
  })

  it('have titles as people write them: at least 120, none numbered, none twice in one place', () => {
    const titles = column("SELECT DISTINCT title FROM opportunity WHERE title <> ''")
    expect(titles.length).toBeGreaterThanOrEqual(120)
    expect(titles.filter((title) => /\(\d+\)|#\d|\b(offer|title|example) \d|lorem/i.test(title))).toEqual([])
    const folded = new Set(titles.map((title) => title.toLowerCase().replace(/[^a-z]/g, '')))
    expect(folded.size).toBe(titles.length)
    const twice = `(SELECT 1 FROM opportunity WHERE state = 'published'
      GROUP BY title, organisation_id, content ->> 'town' HAVING count(*) > 1)`
    expect(count(twice)).toBe(0)
  })

  it('are whole and in plain English', () => {
    for (const content of column("SELECT content FROM opportunity WHERE state = 'published'")) {
      const draft = JSON.parse(content) as OpportunityDraft
      expect(toContent(draft)).toBeDefined()
      expect({ title: draft.title, warnings: warningsFor(draft) }).toEqual({
        title: draft.title,
        warnings: [],
      })
    }
  })

  it('are found by their words as soon as they are loaded', () => {
    expect(count("opportunity_text WHERE opportunity_text MATCH 'apprentice*'")).toBeGreaterThan(10)
    expect(count('opportunity_text')).toBe(300)
  })
})

describe('the history of the demonstration', () => {
  it('has every state of every life cycle', () => {
    expect(valuesOf('account', 'state').sort()).toEqual([...ACCOUNT_STATES].sort())
    expect(valuesOf('invitation', 'state').sort()).toEqual(['accepted', 'open', 'revoked'])
    expect(valuesOf('care_leaver', 'consideration').sort()).toEqual([...CONSIDERATIONS].sort())
    expect(valuesOf('pledge', 'state').sort()).toEqual([...PLEDGE_STATES].sort())
    expect(valuesOf('opportunity', 'state').sort()).toEqual([...OPPORTUNITY_STATES].sort())
    expect(valuesOf('opportunity_revision', 'state').sort()).toEqual([...REVISION_STATES].sort())
    expect(valuesOf('interest', 'state').sort()).toEqual([...INTEREST_STATES].sort())
    expect(valuesOf('match', 'state').sort()).toEqual([...MATCH_STATES].sort())
    expect(valuesOf('outcome_check', 'state').sort()).toEqual(['due', 'not-needed', 'recorded', 'waiting'])
    expect(valuesOf('outcome_check', 'result').sort()).toEqual([...OUTCOME_RESULTS].sort())
    expect(valuesOf('champion_ask', 'state').sort()).toEqual([...ASK_STATES].sort())
    expect(count('share WHERE ended_at IS NULL')).toBeGreaterThan(0)
    expect(count('share WHERE ended_at IS NOT NULL')).toBeGreaterThan(0)
  })

  it('reaches back eighteen months and never past now', () => {
    expect(count('match')).toBeGreaterThan(850)
    const [first, last] = [
      column('SELECT min(at) FROM audit_event')[0],
      column('SELECT max(at) FROM audit_event')[0],
    ]
    expect(first?.slice(0, 7)).toBe('2025-05')
    expect(last && last <= NOW.toISOString()).toBe(true)
    expect(count('audit_event a JOIN audit_event b ON b.id = a.id + 1 WHERE b.at < a.at')).toBe(0)
  })

  it('counts the places that its matches hold and fill', () => {
    const holding = PLACE_HOLDING_STATES.map((state) => `'${state}'`).join(', ')
    const differing = `opportunity o WHERE places_taken <>
        (SELECT count(*) FROM match m WHERE m.opportunity_id = o.id AND m.state IN (${holding}))
      OR places_filled <>
        (SELECT count(*) FROM match m WHERE m.opportunity_id = o.id AND m.state IN (${holding}) AND m.state <> 'proposed')`
    expect(count(differing)).toBe(0)
    expect(count("opportunity WHERE state = 'published' AND places_filled = places")).toBeGreaterThan(0)
  })

  it('has as many audit events for a thing as its version says, the last with its state', () => {
    const versioned = {
      organisation: 'organisation',
      account: 'account',
      invitation: 'invitation',
      care_leaver: 'care-leaver',
      pledge: 'pledge',
      opportunity: 'opportunity',
      interest: 'interest',
      match: 'match',
      share: 'share',
      outcome_check: 'outcome-check',
      champion_ask: 'ask',
    }
    for (const [table, noun] of Object.entries(versioned)) {
      const differing = `"${table}" t WHERE (SELECT count(*) || ' ' || min(version) || ' ' || max(version) FROM audit_event
        WHERE subject = '${noun}:' || t.id) <> version || ' 1 ' || version`
      expect({ table, differing: count(differing) }).toEqual({ table, differing: 0 })
    }
    for (const [table, noun] of Object.entries({
      account: 'account',
      pledge: 'pledge',
      opportunity: 'opportunity',
      interest: 'interest',
      match: 'match',
      champion_ask: 'ask',
    })) {
      const differing = `"${table}" t WHERE state <> (SELECT to_state FROM audit_event
        WHERE subject = '${noun}:' || t.id AND to_state IS NOT NULL ORDER BY version DESC LIMIT 1)`
      expect({ table, differing: count(differing) }).toEqual({ table, differing: 0 })
    }
  })

  it('tells each thing in the order of time', () => {
    const backwards =
      'audit_event a JOIN audit_event b ON b.subject = a.subject AND b.version = a.version + 1 WHERE b.at < a.at'
    expect(count(backwards)).toBe(0)
  })

  it('shares only what a live share may', () => {
    expect(
      count(
        "share s JOIN match m ON m.id = s.match_id WHERE s.ended_at IS NULL AND m.state NOT IN ('introduced', 'interview', 'offered', 'started')",
      ),
    ).toBe(0)
    expect(
      count("share WHERE ended_at IS NOT NULL AND (name_used <> '' OR words <> '' OR supports <> '[]')"),
    ).toBe(0)
    expect(
      count(
        "match m WHERE state IN ('introduced', 'interview', 'offered', 'started') AND NOT EXISTS (SELECT 1 FROM share WHERE match_id = m.id AND ended_at IS NULL)",
      ),
    ).toBe(0)
  })

  it('keeps evidence that can be read again, of people who were not ruled out', () => {
    for (const evidence of column('SELECT evidence FROM match')) {
      expect(fromEvidence(evidence)?.eligibility.answer).toMatch(
        /^(eligible|needs-check|not-enough-information)$/,
      )
    }
  })

  it('leaves nothing overdue for the timer', async () => {
    const db = openNodeDatabase(sqlite)
    expect(await listEndedHolds(db, TODAY)).toEqual([])
    expect(await listPastClosing(db, TODAY)).toEqual([])
    expect(await listEndedShares(db, TODAY)).toEqual([])
    expect(await listChecksFallingDue(db, TODAY)).toEqual([])
    expect(await listClosingSoon(db, TODAY, 5)).toEqual([])
  })

  it('is sound', () => {
    expect(column('PRAGMA integrity_check')).toEqual(['ok'])
    expect(sqlite.prepare('PRAGMA foreign_key_check').all()).toEqual([])
  })
})

describe('the people on the front page', () => {
  const idOf = (role: string, nth = 0) => {
    const email = accounts.filter((account) => account.role === role)[nth]?.email
    return sqlite.prepare('SELECT id FROM account WHERE email = ?').pluck().get(email) as string
  }
  const personOf = (nth: number) =>
    sqlite
      .prepare('SELECT id FROM care_leaver WHERE account_id = ?')
      .pluck()
      .get(idOf('care-leaver', nth)) as CareLeaverId

  it('are there, active, one for each audience and three young people', () => {
    expect(accounts.map(({ role }) => role).sort()).toEqual(
      [
        'adviser',
        'broker',
        'care-leaver',
        'care-leaver',
        'care-leaver',
        'champion',
        'coordinator',
        'manager',
        'partner',
      ].sort(),
    )
    for (const { email, name, role } of accounts) {
      expect(
        count("account WHERE email = ? AND name = ? AND role = ? AND state = 'active'", email, name, role),
      ).toBe(1)
    }
  })

  it('gives the champion something in every state and one introduction', () => {
    const states = sqlite
      .prepare('SELECT DISTINCT state FROM opportunity WHERE owner_id = ?')
      .pluck()
      .all(idOf('champion'))
    expect(states).toEqual(expect.arrayContaining(['draft', 'changes-requested', 'submitted', 'published']))
    expect(count('share WHERE receiver_id = ? AND ended_at IS NULL', idOf('champion'))).toBe(1)
  })

  it('gives the partner an introduction and the adviser 25 people', () => {
    expect(count('share WHERE receiver_id = ? AND ended_at IS NULL', idOf('partner'))).toBeGreaterThan(0)
    expect(count('care_leaver WHERE adviser_id = ?', idOf('adviser'))).toBe(25)
  })

  it('gives the first young person a proposal and suggestions', async () => {
    expect(count("match WHERE care_leaver_id = ? AND state = 'proposed'", personOf(0))).toBe(1)
    const db = openNodeDatabase(sqlite)
    const candidate = await findCandidate(db, secrets, personOf(0))
    const openings = await listOpenings(db, TODAY)
    const shortlist =
      candidate && shortlistOpenings(candidate, openings, { today: TODAY, ruleSet: FIRST_RULE_SET })
    const good = shortlist?.rows.filter(
      ({ eligibility, score }) => eligibility.answer === 'eligible' && score.total >= 70,
    )
    expect(good?.length).toBeGreaterThan(3)
  })

  it('gives the second messages, and the third a first visit', () => {
    const messages =
      'message JOIN share ON share.id = message.share_id JOIN match ON match.id = share.match_id WHERE match.care_leaver_id = ?'
    expect(count(messages, personOf(1))).toBeGreaterThan(1)
    expect(count("care_leaver WHERE id = ? AND consideration = 'not-asked'", personOf(2))).toBe(1)
    expect(count('profile_answer WHERE care_leaver_id = ?', personOf(2))).toBe(0)
  })
})

describe('loading the demonstration', () => {
  it('gives the engine everybody who agreed', async () => {
    const candidates = await listCandidates(openNodeDatabase(sqlite), secrets)
    expect(candidates).toHaveLength(count("care_leaver WHERE consideration = 'yes'"))
  })

  it('tells the same story on the same day', async () => {
    const again = await givenDemo()
    expect(digest(again)).toBe(digest(sqlite))
  }, 60_000)

  it.each(['2026-11-26T15:44:30.000Z', '2027-01-01T00:03:00.000Z'])(
    'is written whenever it is asked for, such as at %s',
    async (now) => {
      const written = await givenDemo(new Date(now))
      expect(written.pragma('foreign_key_check')).toEqual([])
      written.close()
    },
    60_000,
  )

  it('never puts it beside real people', async () => {
    await expect(seedDemo(sqlite, { now: NOW, secrets })).rejects.toThrow('accounts in this database already')
  })
})

/** All rows but what is sealed and what is drawn by chance, which differ each time. */
function digest(connection: InstanceType<typeof Sqlite>): string {
  const hash = createHash('sha256')
  const tables = connection
    .prepare(
      "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'opportunity_text%' AND name NOT LIKE 'sqlite%' AND name NOT IN ('d1_migrations', 'index_version', 'person_change', 'index_entry', 'index_keeper')",
    )
    .pluck()
    .all() as string[]
  for (const table of tables) {
    const rows = connection.prepare(`SELECT * FROM "${table}"`).all() as Record<string, unknown>[]
    for (const { sealed: _, sealed_words: __, ...row } of rows) hash.update(JSON.stringify(row))
  }
  return hash.digest('hex')
}
