import { describe } from 'vitest'
import { d1Database } from '../support/workers/d1-database'
import { keptOffersContract } from './kept-offers.contract'

describe('kept offers on Workers', () => keptOffersContract(d1Database))
