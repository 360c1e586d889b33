import { describe, it } from 'vitest'
import { d1Database } from '../support/workers/d1-database'
import { createWorld } from '../support/world'
import {
  eraseWhoAsked,
  findSomebodyToTalkTo,
  keepAMentorFromKnowing,
  keepTheRecord,
  letChoicesGo,
  raceForAMentor,
  raceForAStep,
  refuseSkippedSteps,
  renewACheck,
  tellWhoAsked,
} from './mentors.journey'

const aWorld = async () => createWorld(await d1Database())

describe('the record of a mentor on Workers', () => {
  it('goes step by step to being approved, and lapses by its date', async () => keepTheRecord(await aWorld()))
  it('cannot pass a step, by the schema', async () => refuseSkippedSteps(await aWorld()))
  it('goes on without a break when the check is renewed', async () => renewACheck(await aWorld()))
  it('takes one of two steps recorded at once', async () => raceForAStep(await aWorld()))
})

describe('somebody to talk to', () => {
  it('is asked for, offered as a choice, picked and ended', async () => findSomebodyToTalkTo(await aWorld()))
  it('has each place once', async () => raceForAMentor(await aWorld()))
  it('is let go when nobody answers, and never somebody who must not know', async () =>
    letChoicesGo(await aWorld()))
  it('is free again when who asked is erased', async () => eraseWhoAsked(await aWorld()))
  it('is told of what others did, and their adviser of how it stands', async () =>
    tellWhoAsked(await aWorld()))
  it('ends with whoever comes onto the private list', async () => keepAMentorFromKnowing(await aWorld()))
})
