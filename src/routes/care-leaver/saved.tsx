import { type Context, Hono } from 'hono'
import { listFindableByIds } from '../../../db/queries/opportunities'
import { listPausedSaved, listSaved } from '../../../db/queries/saved-opportunities'
import { SavedPage } from '../../../views/care-leaver/offer-lists'
import { OrderPage } from '../../../views/care-leaver/order-page'
import { namesApart } from '../../../views/shared/told-apart'
import { orderSaved } from '../../commands/care-leavers/order-saved'
import { dayOf } from '../../domain/dates'
import type { AppEnv } from '../../http/app-env'
import { commandContext } from '../../http/command-context'
import { type FormProblem, readForm } from '../../http/form'
import { guard } from '../../http/guard'
import { page } from '../../http/page'
import { YOUNG_PEOPLE } from '../../policy/audience'
import { toOfferView } from '../../policy/views'
import { paths } from '../../paths'
import { fitsFor } from '../public/fits'
import { readWhere } from '../public/where'
import { finish } from './finish'
import { OrderForm, RANKS_MAX, toOrder } from './order.form'
import { ownRecord } from './own'

/** What I saved, and the order I put it in. */
export const saved = new Hono<AppEnv>()

/** What can still be found, those in their own order first, then the newest. */
async function listMine(c: Context<AppEnv>) {
  const record = await ownRecord(c)
  const { db, now } = c.var.deps
  const rows = await listSaved(db, record.id)
  const rankOf = new Map(rows.map(({ opportunityId, yourOrder }) => [opportunityId, yourOrder]))
  const inOrder = rows.toSorted((one, other) => (one.yourOrder ?? Infinity) - (other.yourOrder ?? Infinity))
  const scope = { ...YOUNG_PEOPLE, today: dayOf(now()) }
  const offers = await listFindableByIds(
    db,
    scope,
    inOrder.map(({ opportunityId }) => opportunityId),
  )
  return { record, offers, rankOf }
}

saved.get(paths.my.saved, guard('profile.read-own'), async (c) => {
  const { record, offers, rankOf } = await listMine(c)
  const fits = await fitsFor(c, offers)
  const shown = offers.map((offer) => ({
    offer: toOfferView(offer, readWhere(c)),
    why: fits.get(offer.id)?.why ?? null,
    rank: rankOf.get(offer.id) ?? null,
  }))
  return page(c, <SavedPage saved={shown} paused={await listPausedSaved(c.var.deps.db, record.id)} />)
})

async function orderPage(c: Context<AppEnv>, problem?: FormProblem): Promise<Response> {
  const { offers, rankOf } = await listMine(c)
  const body = (
    <OrderPage
      offers={offers.map((offer) => ({ ...toOfferView(offer, null), rank: rankOf.get(offer.id) ?? null }))}
      ranksMax={Math.min(RANKS_MAX, offers.length)}
      values={problem?.values ?? {}}
      errors={problem?.errors ?? []}
    />
  )
  return page(c, body, problem ? 422 : 200)
}

saved.get(paths.my.order, guard('profile.read-own'), (c) => orderPage(c))

saved.post(paths.my.order, guard('opportunity.save'), async (c) => {
  const form = readForm(c, OrderForm)
  if (!form.ok) return orderPage(c, form)
  const { record, offers } = await listMine(c)
  const asked = toOrder(form.value, namesApart(offers.map((offer) => toOfferView(offer, null))))
  if ('error' in asked) return orderPage(c, { values: form.values, errors: [asked.error] })
  const ctx = commandContext(c, paths.my.saved, 'order-saved')
  return finish(c, ctx, await orderSaved(ctx, record.id, asked.order))
})
