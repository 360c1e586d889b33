import { randomId } from '../../src/auth/secrets'
import type { Answer } from './ask'
import { type County, openCounty } from './county'
import { dealDeeds, type MadeDeed } from './deeds'
import type { Proof, ProofContext } from './proof'
import type { Visitor } from './visitor'

/** Forms between two kills. */
const BATCH = 25

type Sent = { deed: MadeDeed; key: string; browsers: readonly Visitor[]; said: string }

/** Nothing happens twice because it was asked for twice. */
export const resend: Proof = {
  name: 'resend',
  claim: 'a form sent many times, at once or after a kill, has one effect and one answer',
  unit: 'forms',
  defaultSize: 500,
  ciSize: 44,
  async run({ size, folder, startProduct, chance, log }) {
    const county = await openCounty(`${folder}/waymark.sqlite`)
    const products = [await startProduct(), await startProduct()]
    const deal = dealDeeds(county, chance)
    const failures: string[] = []
    const routes = new Set<string>()
    let posts = 0
    for (let from = 0; from < size; from += BATCH) {
      county.forgetBrowsers()
      const sent: Sent[] = []
      for (let form = from; form < Math.min(from + BATCH, size); form += 1) {
        const deed = await deal()
        routes.add(deed.route)
        const times = chance.between(2, 10)
        posts += times + 2
        sent.push(await sendAtOnce(county, deed, products, times, failures))
      }
      await Promise.all(products.map((product) => product.kill()))
      await Promise.all(products.map((product) => product.restart()))
      for (const one of sent) failures.push(...(await sendAgain(one)))
      log(`${Math.min(from + BATCH, size)} forms`)
    }
    county.close()
    return { counts: { forms: size, posts, 'routes written to': routes.size }, failures }
  },
}

const saidIn = ({ status, headers }: Answer) => `${status} ${headers.location ?? ''}`

async function sendAtOnce(
  county: County,
  deed: MadeDeed,
  products: readonly Awaited<ReturnType<ProofContext['startProduct']>>[],
  times: number,
  failures: string[],
): Promise<Sent> {
  const key = randomId()
  const browsers = await Promise.all(products.map((product) => county.signedIn(deed.by, product)))
  const answers = await Promise.all(
    Array.from({ length: times }, (_, turn) =>
      (browsers[turn % browsers.length] as Visitor).post(deed.path, deed.fields, key),
    ),
  )
  const said = [...new Set(answers.map(saidIn))]
  if (said.length !== 1 || !said[0]?.startsWith('303 '))
    failures.push(`${deed.route}, ${times} at once: answers ${said.join(', ')}`)
  if (deed.effects() !== 1) failures.push(`${deed.route}, ${times} at once: ${deed.effects()} effects`)
  return { deed, key, browsers, said: said[0] ?? '' }
}

/** After the kill: the same answer for the same form, and a refusal for another under its key. */
async function sendAgain({ deed, key, browsers, said }: Sent): Promise<string[]> {
  const [again, other] = [
    await (browsers[0] as Visitor).post(deed.path, deed.fields, key),
    await (browsers[1] as Visitor).post(deed.path, { ...deed.fields, more: 'another body' }, key),
  ]
  return [
    ...(saidIn(again) === said ? [] : [`${deed.route}, after the kill: ${saidIn(again)}, was ${said}`]),
    ...(other.status === 422 ? [] : [`${deed.route}, another body: ${other.status}`]),
    ...(deed.effects() === 1 ? [] : [`${deed.route}, after the kill: ${deed.effects()} effects`]),
  ]
}
