import { type Context, Hono } from 'hono'
import { type Askable, findAsk, listAskable, listAsks } from '../../../../db/queries/champion-asks'
import { AskPage } from '../../../../views/team/asks/ask-page'
import { AsksPage } from '../../../../views/team/asks/asks-page'
import { AskForPage, AskWhomPage, AskWordsPage, wordsField } from '../../../../views/team/asks/new-ask-pages'
import { takeBackAsk } from '../../../commands/asks/end-ask'
import { sendAsks } from '../../../commands/asks/send-asks'
import {
  ASK_ORGANISATIONS_MAX,
  type AskedFor,
  type AskedForFields,
  readAskedFor,
} from '../../../domain/champion-ask'
import { dayOf } from '../../../domain/dates'
import type { ChampionAskId } from '../../../domain/ids'
import type { AppEnv } from '../../../http/app-env'
import { commandContext } from '../../../http/command-context'
import { type FieldError, type FormProblem, readForm, readId } from '../../../http/form'
import { guard } from '../../../http/guard'
import { page } from '../../../http/page'
import { Problem } from '../../../http/problems'
import { draftAsk } from '../../../matching/coverage/ask-draft'
import { paths } from '../../../paths'
import { finish } from '../finish'
import { listShownWords } from '../shown-words'
import { AskedForForm, wordsForm } from './ask.forms'

/** Asking the champions for what is missing: what, whom, in which words; and what came of it. */
export const asks = new Hono<AppEnv>()

asks.get(paths.team.asks, guard('ask.read'), async (c) => {
  const { db, now } = c.var.deps
  const [open, ended] = await Promise.all([listAsks(db, 'open'), listAsks(db, 'ended')])
  return page(c, <AsksPage open={open} ended={ended} today={dayOf(now())} />)
})

type Wanted = { fields: AskedForFields; word: string }

/** A word that young people typed stands in a message only where the team may see it at all. */
async function shownWord(c: Context<AppEnv>, typed: string): Promise<string> {
  if (typed === '') return ''
  return (await listShownWords(c)).find(({ word }) => word === typed)?.word ?? ''
}

function forPage(c: Context<AppEnv>, { fields, word }: Wanted, isWrong: boolean): Promise<Response> {
  const errors = isWrong ? [{ field: 'what', message: 'Choose what to ask for' }] : []
  return page(c, <AskForPage fields={fields} word={word} errors={errors} />, isWrong ? 422 : 200)
}

type Whom = { asked: AskedFor; word: string; askable: readonly Askable[]; chosen: readonly Askable[] }

function whomPage(c: Context<AppEnv>, { asked, word, askable, chosen }: Whom, message?: string) {
  const errors: FieldError[] = message ? [{ field: 'organisations', message }] : []
  const body = (
    <AskWhomPage
      asked={asked}
      word={word}
      askable={askable}
      today={dayOf(c.var.deps.now())}
      chosen={chosen.map(({ id }) => id)}
      errors={errors}
    />
  )
  return page(c, body, message ? 422 : 200)
}

/** What is wrong with whom somebody chose, if anything is. */
function wrongChoice(chosen: readonly Askable[]): string | undefined {
  if (chosen.length === 0) return 'Choose at least one organisation'
  return chosen.length > ASK_ORGANISATIONS_MAX
    ? `Choose ${ASK_ORGANISATIONS_MAX} organisations at most, and ask the others afterwards`
    : undefined
}

function wordsPage(c: Context<AppEnv>, { asked, word, chosen }: Whom, problem?: FormProblem) {
  const drafts = Object.fromEntries(
    chosen.map(({ id, hasPosted }) => [wordsField(id), draftAsk(asked, { hasPosted, word })]),
  )
  const body = (
    <AskWordsPage
      asked={asked}
      word={word}
      chosen={chosen}
      values={problem?.values ?? drafts}
      errors={problem?.errors ?? []}
    />
  )
  return page(c, body, problem ? 422 : 200)
}

/** Everybody who can be asked, and those of them whose ids were sent. */
async function readWhom(c: Context<AppEnv>, asked: AskedFor, word: string, ids: readonly unknown[]) {
  const askable = await listAskable(c.var.deps.db, asked)
  return { asked, word, askable, chosen: askable.filter(({ id }) => ids.includes(id)) }
}

asks.get(paths.team.newAsk, guard('ask.send'), async (c) => {
  const fields = { what: c.req.query('what') ?? '', district: c.req.query('district') ?? '' }
  const word = await shownWord(c, c.req.query('word') ?? '')
  const asked = readAskedFor(fields)
  const step = c.req.query('chosen')
  if (!asked) return forPage(c, { fields, word }, step !== undefined)
  const whom = await readWhom(c, asked, word, c.req.queries('organisations') ?? [])
  if (step !== 'organisations') return whomPage(c, whom)
  const wrong = wrongChoice(whom.chosen)
  return wrong ? whomPage(c, whom, wrong) : wordsPage(c, whom)
})

asks.post(paths.team.asks, guard('ask.send'), async (c) => {
  const form = readForm(c, AskedForForm)
  const fields = form.ok ? form.value : { what: '', district: '', word: '' }
  const word = await shownWord(c, fields.word)
  const asked = readAskedFor(fields)
  if (!asked) return forPage(c, { fields, word }, true)
  const whom = await readWhom(c, asked, word, c.var.form.getAll('organisations'))
  const wrong = wrongChoice(whom.chosen)
  if (wrong) return whomPage(c, whom, wrong)
  const words = readForm(c, wordsForm(whom.chosen))
  if (!words.ok) return wordsPage(c, whom, words)
  const ctx = commandContext(c, paths.team.asks, 'asks-sent')
  const of = whom.chosen.map(({ id }) => ({ organisationId: id, words: words.value[wordsField(id)] ?? '' }))
  return finish(c, ctx, await sendAsks(ctx, asked, of))
})

asks.get('/team/asks/:id', guard('ask.read'), async (c) => {
  const ask = await findAsk(c.var.deps.db, readId<ChampionAskId>(c))
  if (!ask) throw new Problem(404)
  return page(c, <AskPage ask={ask} />)
})

asks.post('/team/asks/:id/take-back', guard('ask.send'), async (c) => {
  const ctx = commandContext(c, paths.team.asks, 'ask-taken-back')
  return finish(c, ctx, await takeBackAsk(ctx, readId<ChampionAskId>(c)))
})
