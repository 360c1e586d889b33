import type { Reader } from '../database'

/** What a manager may set, with what stands until they do. */
const SETTING_DEFAULTS = {
  'team-name': 'The 18+ team',
  'team-phone': '',
  'team-email': '',
  'team-hours': 'Monday to Friday, 9am to 5pm',
} as const

export type SettingName = keyof typeof SETTING_DEFAULTS
export type Settings = Record<SettingName, string>

export async function readSettings(db: Reader): Promise<Settings> {
  const rows = await db.query
    .selectFrom('setting')
    .select(['name', 'value'])
    .where('name', 'in', Object.keys(SETTING_DEFAULTS))
    .execute()
  return { ...SETTING_DEFAULTS, ...Object.fromEntries(rows.map(({ name, value }) => [name, value])) }
}

/** What is stored, with the version of each. */
export async function listSettingVersions(
  db: Reader,
): Promise<Map<string, { value: string; version: number }>> {
  const rows = await db.query
    .selectFrom('setting')
    .selectAll()
    .where('name', 'in', Object.keys(SETTING_DEFAULTS))
    .execute()
  return new Map(rows.map(({ name, value, version }) => [name, { value, version }]))
}
