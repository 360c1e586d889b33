import { type Context, Hono } from 'hono'
import { z } from 'zod'
import { findAccount, findOpenInvitation } from '../../../db/queries/accounts'
import { findFacts } from '../../../db/queries/candidates'
import { countTasksOfCaseload, listOpenTasks } from '../../../db/queries/check-tasks'
import { findProfile, listCaseload } from '../../../db/queries/care-leavers'
import { listHistory } from '../../../db/queries/audit'
import { findLiveMentorRequest } from '../../../db/queries/mentor-requests'
import { listInterestsOf } from '../../../db/queries/interests'
import { listMatchesOf } from '../../../db/queries/matches'
import { CaseloadPage } from '../../../views/adviser/caseload-page'
import { PersonPage } from '../../../views/adviser/person-page'
import { HistoryPage } from '../../../views/shared/history-page'
import { isolated } from '../../../views/words/names'
import { inviteAccount } from '../../commands/accounts/invite-account'
import type { AppEnv } from '../../http/app-env'
import { commandContext } from '../../http/command-context'
import { emailField, type FieldError, readForm } from '../../http/form'
import { guard } from '../../http/guard'
import { noteView } from '../../http/note-view'
import { page } from '../../http/page'
import { paths } from '../../paths'
import { toMentoringStandingView } from '../../policy/views'
import { finish } from './finish'
import { personOnCaseload } from './person'

export const caseload = new Hono<AppEnv>()

caseload.get(paths.adviser.home, guard('caseload.read'), async (c) => {
  const { actor, deps } = c.var
  const [people, checks] = await Promise.all([
    listCaseload(deps.db, actor.id),
    countTasksOfCaseload(deps.db, actor.id),
  ])
  return page(c, <CaseloadPage people={people} checks={checks} now={deps.now()} />)
})

async function shown(
  c: Context<AppEnv>,
  problem?: { email: string; errors: FieldError[] },
): Promise<Response> {
  const { db, now, secrets } = c.var.deps
  const person = await personOnCaseload(c)
  await noteView(c, person.id, 'record')
  const [profile, facts, interests, matches, checks, mentoring, account, invitation] = await Promise.all([
    findProfile(db, person.id),
    findFacts(db, secrets, person.id),
    listInterestsOf(db, person.id),
    listMatchesOf(db, person.id),
    listOpenTasks(db, person.id, 'adviser'),
    findLiveMentorRequest(db, person.id),
    person.accountId ? findAccount(db, person.accountId) : undefined,
    person.accountId ? findOpenInvitation(db, person.accountId) : undefined,
  ])
  const body = (
    <PersonPage
      person={person}
      profile={profile}
      facts={facts}
      interests={interests}
      matches={matches}
      checks={checks}
      mentoring={mentoring ? toMentoringStandingView(mentoring) : null}
      account={account ? { state: account.state, email: account.email } : null}
      invitation={
        invitation
          ? { until: invitation.expiresAt, isOver: invitation.expiresAt <= now().toISOString() }
          : null
      }
      email={problem?.email ?? ''}
      errors={problem?.errors ?? []}
    />
  )
  return page(c, body, problem ? 422 : 200)
}

caseload.get('/adviser/people/:id', guard('care-leaver.read-caseload'), (c) => shown(c))

caseload.post('/adviser/people/:id/invite', guard('care-leaver.invite', { isFresh: true }), async (c) => {
  const person = await personOnCaseload(c)
  const form = readForm(c, z.object({ email: emailField() }))
  if (!form.ok) return shown(c, { email: String(form.values.email ?? ''), errors: form.errors })
  const ctx = commandContext(c, paths.adviser.person(person.id), 'invited')
  const outcome = await inviteAccount(ctx, {
    email: form.value.email,
    name: person.preferredName,
    role: 'care-leaver',
    organisationId: null,
    careLeaver: { id: person.id, version: person.version, accountId: person.accountId },
  })
  if (outcome !== 'address-in-use') return finish(c, ctx, outcome)
  const message = 'This address cannot be used. Use another one, or ask the 18+ team'
  return shown(c, { email: form.value.email, errors: [{ field: 'email', message }] })
})

caseload.get('/adviser/people/:id/history', guard('care-leaver.read-caseload'), async (c) => {
  const person = await personOnCaseload(c)
  await noteView(c, person.id, 'record')
  const rows = await listHistory(c.var.deps.db, `care-leaver:${person.id}`)
  return page(
    c,
    <HistoryPage
      title={isolated(person.preferredName)}
      rows={rows}
      back={paths.adviser.person(person.id)}
      actorId={c.var.actor.id}
    />,
  )
})
