import { describe } from 'vitest'
import { testDatabase } from '../support/database'
import { sessionsContract } from './sessions.contract'

describe('sessions on Node', () => sessionsContract(async () => testDatabase()))
