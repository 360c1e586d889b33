import { type Context, Hono } from 'hono'
import { z } from 'zod'
import {
  findOrganisation,
  listDepartmentsWithoutChampion,
  listOrganisations,
} from '../../../db/queries/organisations'
import { readRuleSet } from '../../../db/queries/rule-sets'
import { ManageHomePage, OrganisationPage, OrganisationsPage } from '../../../views/manage/organisation-pages'
import {
  changeOrganisation,
  createOrganisation,
  type OrganisationValues,
} from '../../commands/organisations/save-organisation'
import type { OrganisationId } from '../../domain/ids'
import { dayOf } from '../../domain/dates'
import { overdueReviews } from '../../domain/rule-set/rule-set'
import { ORGANISATION_KINDS } from '../../domain/organisation'
import type { AppEnv } from '../../http/app-env'
import { commandContext } from '../../http/command-context'
import { dayFields, readDay } from '../../http/fields'
import { type FieldError, type FormProblem, type FormValues, line, readForm, readId } from '../../http/form'
import { guard } from '../../http/guard'
import { page } from '../../http/page'
import { Problem } from '../../http/problems'
import { paths } from '../../paths'
import { finish } from './finish'

export const organisations = new Hono<AppEnv>()

organisations.get(paths.manage.home, guard('organisation.manage'), async (c) => {
  const { db, now } = c.var.deps
  const [departments, ruleSet] = await Promise.all([listDepartmentsWithoutChampion(db), readRuleSet(db)])
  const overdue = overdueReviews(ruleSet, dayOf(now()))
  return page(c, <ManageHomePage departments={departments} reviewsOverdue={overdue.length} />)
})

const OrganisationForm = z.object({
  name: line('Name', 120, 'Enter the name of the organisation'),
  kind: z.enum(ORGANISATION_KINDS, 'Choose what kind of organisation it is'),
  version: z.coerce.number().int().min(0).default(0),
  ...dayFields('signedOn'),
})

type Read =
  | { ok: true; values: OrganisationValues; version: number }
  | { ok: false; values: FormValues; errors: FieldError[] }

function readOrganisation(c: Context<AppEnv>): Read {
  const form = readForm(c, OrganisationForm)
  if (!form.ok) return form
  const { name, kind, version } = form.value
  const signed = readDay(form.value, 'signedOn')
  if (signed === 'not-a-day') {
    const errors = [
      { field: 'signedOn', message: 'Enter the day they signed, like 27 3 2024, or leave it empty' },
    ]
    return { ok: false, values: { ...form.value, version: String(version) }, errors }
  }
  return { ok: true, values: { name, kind, covenantSignedOn: signed ?? null }, version }
}

async function list(c: Context<AppEnv>, problem?: FormProblem) {
  const all = await listOrganisations(c.var.deps.db)
  return page(
    c,
    <OrganisationsPage organisations={all} values={problem?.values ?? {}} errors={problem?.errors ?? []} />,
    problem ? 422 : 200,
  )
}

const NAME_USED = [{ field: 'name', message: 'There is an organisation with this name already' }]
const typed = ({ name, kind }: OrganisationValues): FormValues => ({ name, kind })

organisations.get(paths.manage.organisations, guard('organisation.manage'), (c) => list(c))

organisations.post(paths.manage.organisations, guard('organisation.manage'), async (c) => {
  const read = readOrganisation(c)
  if (!read.ok) return list(c, read)
  const ctx = commandContext(c, paths.manage.organisations, 'saved')
  const outcome = await createOrganisation(ctx, c.var.deps.newId() as OrganisationId, read.values)
  if (outcome === 'already-there') return list(c, { values: typed(read.values), errors: NAME_USED })
  return finish(c, ctx, outcome)
})

async function one(c: Context<AppEnv>, problem?: FormProblem) {
  const organisation = await findOrganisation(c.var.deps.db, readId<OrganisationId>(c))
  if (!organisation) throw new Problem(404)
  const body = (
    <OrganisationPage
      organisation={organisation}
      values={problem?.values ?? null}
      errors={problem?.errors ?? []}
    />
  )
  return page(c, body, problem ? 422 : 200)
}

organisations.get('/manage/organisations/:id', guard('organisation.manage'), (c) => one(c))

organisations.post('/manage/organisations/:id', guard('organisation.manage'), async (c) => {
  const read = readOrganisation(c)
  if (!read.ok) return one(c, read)
  const ctx = commandContext(c, paths.manage.organisations, 'saved')
  const outcome = await changeOrganisation(ctx, readId<OrganisationId>(c), read.version, read.values)
  if (outcome === 'not-found') throw new Problem(404)
  if (outcome === 'already-there') return one(c, { values: typed(read.values), errors: NAME_USED })
  return finish(c, ctx, outcome)
})
