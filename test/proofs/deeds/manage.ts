import { setAccountState } from '../../../db/statements/accounts'
import { addOrganisation } from '../../../db/statements/organisations'
import { randomId } from '../../../src/auth/secrets'
import { addDays } from '../../../src/domain/dates'
import type { OrganisationId } from '../../../src/domain/ids'
import { FIRST_RULE_SET } from '../../../src/domain/rule-set/first-rule-set'
import { ruleValues, weightsValues } from '../../../src/routes/team/rule-sets/rule-set.forms'
import { givenRuleSet } from '../../support/rule-sets'
import { type County, dayBoxes } from '../county'
import { type DeedKind, rows, together, told } from './deed'
import { anInvitation } from './sign-in'

async function anOrganisation(county: County): Promise<OrganisationId> {
  const id = randomId() as OrganisationId
  const name = `Organisation ${id}`
  await county.make(`organisation:${id}`, 1, [
    addOrganisation(county.db, {
      id,
      name,
      kind: 'charity',
      covenantSignedOn: null,
      createdAt: county.now(),
    }),
  ])
  return id
}

/** A change that a manager prepares, of a version that nobody else changes. */
async function aChangeOfTheRules(county: County) {
  const by = await county.account('manager')
  const at = county.now()
  return { by, id: await givenRuleSet(county.db, { draftedBy: by.id, at, basedOn: randomId() }) }
}

export const MANAGE_DEEDS: readonly DeedKind[] = [
  {
    route: 'POST /manage/organisations',
    async make(county) {
      const name = `Organisation ${randomId()}`
      return {
        by: await county.account('manager'),
        path: '/manage/organisations',
        fields: { name, kind: 'charity' },
        effects: rows(county, 'organisation', 'name', name),
      }
    },
  },
  {
    route: 'POST /manage/organisations/:id',
    async make(county) {
      const id = await anOrganisation(county)
      return {
        by: await county.account('manager'),
        path: `/manage/organisations/${id}`,
        fields: { name: `Renamed ${id}`, kind: 'charity', version: '1' },
        effects: told(county, `organisation:${id}`, 'organisation.change'),
      }
    },
  },
  {
    route: 'POST /manage/accounts/invite',
    async make(county) {
      const email = `${randomId()}@kent.example`
      return {
        by: await county.account('manager'),
        path: '/manage/accounts/invite',
        fields: { role: 'broker', name: 'Alex Field', email },
        effects: rows(county, 'account', 'email', email),
      }
    },
  },
  {
    route: 'POST /manage/accounts/:id/suspend',
    async make(county) {
      const { id } = await county.account('broker')
      return {
        by: await county.account('manager'),
        path: `/manage/accounts/${id}/suspend`,
        fields: { reason: 'Left the team' },
        effects: told(county, `account:${id}`, 'account.suspend'),
      }
    },
  },
  {
    route: 'POST /manage/accounts/:id/reinstate',
    async make(county) {
      const { id } = await county.account('broker')
      await county.make(`account:${id}`, 2, [setAccountState(county.db, id, 'suspended', 2)])
      return {
        by: await county.account('manager'),
        path: `/manage/accounts/${id}/reinstate`,
        fields: {},
        effects: told(county, `account:${id}`, 'account.reinstate'),
      }
    },
  },
  {
    // A champion's: what is posted goes on to the colleague, and what was shared with them ends.
    route: 'POST /manage/accounts/:id/reassign',
    async make(county) {
      const [from, to] = [
        await county.account('champion', county.organisationId),
        await county.account('champion', county.organisationId),
      ]
      const offer = await county.offer(2, from)
      const match = await county.introduction(await county.onCaseload(), offer, from)
      return {
        by: await county.account('manager'),
        path: `/manage/accounts/${from.id}/reassign`,
        fields: { to: to.id },
        effects: together(
          told(county, `opportunity:${offer}`, 'opportunity.reassign'),
          rows(county, 'opportunity', 'owner_id', to.id),
          () => county.count('SELECT count(*) FROM share WHERE match_id = ? AND ended_at IS NOT NULL', match),
        ),
      }
    },
  },
  {
    route: 'POST /manage/invitations/:id/revoke',
    async make(county) {
      const { id } = await anInvitation(county)
      return {
        by: await county.account('manager'),
        path: `/manage/invitations/${id}/revoke`,
        fields: {},
        effects: told(county, `invitation:${id}`, 'invitation.revoke'),
      }
    },
  },
  {
    route: 'POST /manage/import/confirm',
    async make(county) {
      const reference = `K-${randomId().slice(0, 16)}`
      const born = addDays(county.today(), -21 * 365)
      return {
        by: await county.account('manager'),
        path: '/manage/import/confirm',
        fields: {
          text: [
            'reference,preferred_name,birth_date,statutory_category,category_since,district,adviser_email',
            `${reference},Robin,${born},former-relevant,${addDays(county.today(), -900)},Maidstone,`,
          ].join('\n'),
        },
        effects: rows(county, 'care_leaver', 'case_reference', reference),
      }
    },
  },
  {
    route: 'POST /team/rules/:id/rule/:rule',
    async make(county) {
      const { id, by } = await aChangeOfTheRules(county)
      const today = county.today()
      return {
        by,
        path: `/team/rules/${id}/rule/age-on-start-date`,
        fields: {
          ...ruleValues(FIRST_RULE_SET, 'age-on-start-date'),
          ...dayBoxes('asOf', today),
          ...dayBoxes('reviewOn', addDays(today, 200)),
        },
        effects: told(county, `rule-set:${id}`, 'rule-set.write'),
      }
    },
  },
  {
    route: 'POST /team/rules/:id/weights',
    async make(county) {
      const { id, by } = await aChangeOfTheRules(county)
      const fields = weightsValues(FIRST_RULE_SET) as Record<string, string>
      const effects = told(county, `rule-set:${id}`, 'rule-set.write')
      return { by, path: `/team/rules/${id}/weights`, fields, effects }
    },
  },
  {
    route: 'POST /team/rules/:id/submit',
    async make(county) {
      const { id, by } = await aChangeOfTheRules(county)
      const effects = told(county, `rule-set:${id}`, 'rule-set.submit')
      return { by, path: `/team/rules/${id}/submit`, fields: {}, effects }
    },
  },
  {
    route: 'POST /team/rules/:id/withdraw',
    async make(county) {
      const { id, by } = await aChangeOfTheRules(county)
      const effects = told(county, `rule-set:${id}`, 'rule-set.withdraw')
      return { by, path: `/team/rules/${id}/withdraw`, fields: { withdrawReason: 'Not needed' }, effects }
    },
  },
]
