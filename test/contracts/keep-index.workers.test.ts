import { describe } from 'vitest'
import { d1Database } from '../support/workers/d1-database'
import { keepIndexContract } from './keep-index.contract'

describe('keeping an index on Workers', () => keepIndexContract(d1Database))
