import { setTimeout as wait } from 'node:timers/promises'
import { randomId } from '../../src/auth/secrets'
import { paths } from '../../src/paths'
import type { RunningProduct } from '../support/built-product'
import type { Answer } from './ask'
import { type County, openCounty } from './county'
import { receiving } from './mailbox'
import type { Proof, ProofContext } from './proof'
import { createVisitor } from './visitor'

const DIFFERENCE_MS_MAX = 5
const TRIES_MAX = 5
const CONNECTIONS = 50
const RESTARTS = 3
/** Every so many probes a code is attacked. */
const PROBES_EACH_ATTACK = 40

/** Asking tells nobody who has an account, and a code cannot be guessed. */
export const codes: Proof = {
  name: 'codes',
  claim: 'known and unknown addresses get the same answer in the same time, and a code five tries at most',
  unit: 'probes',
  defaultSize: 400,
  ciSize: 160,
  async run(context) {
    const { size, folder, startProduct } = context
    const county = await openCounty(`${folder}/waymark.sqlite`)
    const product = await startProduct()
    const probed = await probe(context, county, product)
    const attacks = Math.max(1, Math.round(size / PROBES_EACH_ATTACK))
    const failures = [...probed.failures]
    let tries = 0
    for (let attack = 0; attack < attacks; attack += 1) {
      const attacked = await attackCode(context, county, product)
      failures.push(...attacked.failures)
      tries += attacked.tries
    }
    failures.push(...(await tryExpiredCode(county, product)))
    county.close()
    return {
      counts: {
        probes: size,
        'median difference in µs': Math.round(probed.differenceMs * 1000),
        'codes attacked': attacks,
        tries,
      },
      failures,
    }
  },
}

/** A known and an unknown address after each other, in an order drawn by chance: what the machine does falls on both. */
async function probe({ size, chance, log }: ProofContext, county: County, product: RunningProduct) {
  const known: string[] = []
  for (let index = 0; index < size / 2; index += 1) known.push((await county.account('broker')).email)
  const answers = new Set<string>()
  const differences: number[] = []
  for (const email of known) {
    const pair: Record<string, number> = {}
    for (const one of chance.shuffled([email, `${randomId()}@kent.example`])) {
      const probed = await probeOnce(product, one)
      answers.add(probed.said)
      pair[one === email ? 'known' : 'unknown'] = probed.milliseconds
    }
    differences.push((pair.known ?? 0) - (pair.unknown ?? 0))
  }
  log(`${differences.length} pairs of probes`)
  const differenceMs = Math.abs(median(differences))
  return {
    differenceMs,
    failures: [
      ...(answers.size === 1 ? [] : [`${answers.size} different answers: ${firstDifference([...answers])}`]),
      ...(differenceMs <= DIFFERENCE_MS_MAX
        ? []
        : [`known and unknown differ by ${differenceMs.toFixed(2)} ms`]),
    ],
  }
}

/** Each address is asked for once, from a browser of its own. */
async function probeOnce(product: RunningProduct, email: string) {
  const visitor = createVisitor(product)
  const asked = await visitor.post(paths.signIn, { email })
  const then = await visitor.get(paths.signInCode)
  const tried = await visitor.post(paths.signInCode, { code: '000000' })
  // What follows an answer, such as sending the mail, must not fall into the time of the next one.
  await wait(10)
  return { said: [asked, then, tried].map(saidIn).join('\n'), milliseconds: asked.milliseconds }
}

function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((one, other) => one - other)
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN
}

/** Status, headers and body, without what is drawn anew for every answer. */
function saidIn({ status, headers, text }: Answer): string {
  const { date: _, 'x-request-id': __, 'content-length': ___, ...rest } = headers
  const told = Object.entries(rest).map(([name, value]) => `${name}: ${String(value)}`)
  return `${status}\n${told.join('\n')}\n${text}`.replace(/[0-9a-f]{32}(\.[\w-]{43})?/g, '…')
}

function firstDifference([one = '', other = '']: readonly string[]): string {
  const lines = other.split('\n')
  const line = one.split('\n').findIndex((text, index) => text !== lines[index])
  return `“${one.split('\n')[line]?.slice(0, 80)}” and “${lines[line]?.slice(0, 80)}”`
}

async function askForCode(county: County, product: RunningProduct) {
  const { email } = await county.account('broker')
  const visitor = createVisitor(product)
  const mail = await receiving(product.mailFolder, email, () => visitor.post(paths.signIn, { email }))
  const [requestId = ''] = (visitor.cookies.get('__Host-asking') ?? '').split('.')
  return { visitor, requestId, code: /\b\d{6}\b/.exec(mail.body)?.[0] ?? '' }
}

const wrongCode = (code: string, step: number) => String((Number(code) + step) % 1_000_000).padStart(6, '0')

/** Fifty wrong codes at once, again after each kill; then the right one. */
async function attackCode({ chance }: ProofContext, county: County, product: RunningProduct) {
  const { visitor, requestId, code } = await askForCode(county, product)
  const answers: Answer[] = []
  for (let restart = 0; restart <= RESTARTS; restart += 1) {
    const trying = Array.from({ length: CONNECTIONS }, (_, step) =>
      visitor.post(paths.signInCode, { code: wrongCode(code, 1 + restart * CONNECTIONS + step) }).then(
        (answer) => answers.push(answer),
        () => {},
      ),
    )
    if (restart < RESTARTS) {
      await wait(chance.between(2, 60))
      await product.kill()
    }
    await Promise.all(trying)
    if (restart < RESTARTS) await product.restart()
  }
  const right = await visitor.post(paths.signInCode, { code })
  const compared = answers.filter(({ text }) => text.includes('That code is not right')).length
  const tries = county.count('SELECT tries FROM sign_in_request WHERE id = ?', requestId)
  return {
    tries,
    failures: [
      ...(compared <= TRIES_MAX && tries === TRIES_MAX
        ? []
        : [`${compared} codes compared, ${tries} tries counted`]),
      ...(right.status === 422 ? [] : [`after five tries the right code was answered with ${right.status}`]),
      ...answers
        .filter(({ status }) => status !== 422)
        .map(({ status }) => `a wrong code was answered with ${status}`),
    ],
  }
}

/** The product goes by the real clock, so the request is moved back instead. */
async function tryExpiredCode(county: County, product: RunningProduct): Promise<string[]> {
  const { visitor, requestId, code } = await askForCode(county, product)
  county.sqlite
    .prepare('UPDATE sign_in_request SET expires_at = ? WHERE id = ?')
    .run(new Date(Date.now() - 1).toISOString(), requestId)
  const { status } = await visitor.post(paths.signInCode, { code })
  return status === 422 ? [] : [`a code past its ten minutes was answered with ${status}`]
}
