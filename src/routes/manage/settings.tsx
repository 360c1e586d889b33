import { Hono } from 'hono'
import { z } from 'zod'
import { readSettings } from '../../../db/queries/settings'
import { SettingsPage } from '../../../views/manage/settings-page'
import { saveSettings } from '../../commands/organisations/save-settings'
import type { AppEnv } from '../../http/app-env'
import { commandContext } from '../../http/command-context'
import { line, readForm } from '../../http/form'
import { guard } from '../../http/guard'
import { page } from '../../http/page'
import { paths } from '../../paths'
import { finish } from './finish'

/** How people reach the team: shown behind "Get help now" on every page. */
export const settings = new Hono<AppEnv>()

const SettingsForm = z.object({
  'team-name': line('Name', 80, 'Enter what the team is called'),
  'team-phone': line('Phone', 40),
  'team-email': line('Email address', 254),
  'team-hours': line('Hours', 120),
})

settings.get(paths.manage.settings, guard('setting.change'), async (c) =>
  page(c, <SettingsPage values={await readSettings(c.var.deps.db)} errors={[]} />),
)

settings.post(paths.manage.settings, guard('setting.change'), async (c) => {
  const form = readForm(c, SettingsForm)
  if (!form.ok) return page(c, <SettingsPage values={form.values} errors={form.errors} />, 422)
  const ctx = commandContext(c, paths.manage.settings, 'saved')
  const outcome = await saveSettings(ctx, form.value)
  return finish(c, ctx, outcome)
})
