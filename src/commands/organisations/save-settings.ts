import { listSettingVersions, type Settings } from '../../../db/queries/settings'
import { saveSetting } from '../../../db/statements/settings'
import type { CommandContext } from '../command-context'
import { commitChange, recordFact, type Committed } from '../commit-change'

/** Saves the settings that changed. */
export async function saveSettings(ctx: CommandContext, values: Settings): Promise<Committed> {
  const before = await listSettingVersions(ctx.db)
  const changed = Object.entries(values)
    .map(([name, value]) => ({
      name,
      value,
      version: (before.get(name)?.version ?? 0) + 1,
      isSame: before.get(name)?.value === value,
    }))
    .filter(({ isSame }) => !isSame)
  if (changed.length === 0) return recordFact(ctx, [])
  return commitChange(
    ctx,
    changed.map(({ name, version }) => ({ action: 'setting.change', subject: `setting:${name}`, version })),
    changed.map((setting) => saveSetting(ctx.db, setting)),
  )
}
