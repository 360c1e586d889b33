import { describe } from 'vitest'
import { d1Database } from '../support/workers/d1-database'
import { sessionsContract } from './sessions.contract'

describe('sessions on Workers', () => sessionsContract(d1Database))
