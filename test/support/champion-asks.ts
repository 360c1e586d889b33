import type { Database } from '../../db/database'
import { addAsk } from '../../db/statements/champion-asks'
import { recordAudit } from '../../db/statements/record'
import { randomId } from '../../src/auth/secrets'
import type { AskedFor } from '../../src/domain/champion-ask'
import { dayOf } from '../../src/domain/dates'
import type { AccountId, ChampionAskId, OrganisationId } from '../../src/domain/ids'

type AskGiven = { organisationId: OrganisationId; askedBy: AccountId; at: string; asked?: AskedFor }

const TRAINING: AskedFor = { kind: 'training', outcome: null, district: 'E07000113' }

/** Something that stands open on the home page of an organisation's champions. */
export async function givenAsk(db: Database, { at, asked = TRAINING, ...given }: AskGiven) {
  const id = randomId() as ChampionAskId
  const audit = { at, actorId: given.askedBy, action: 'test.given', subject: `ask:${id}`, version: 1 }
  const askedOn = dayOf(new Date(at))
  await db.commit([
    addAsk(db, { ...asked, ...given, id, words: 'Could you post one?', askedAt: at, askedOn }),
    recordAudit(db, audit),
  ])
  return id
}
