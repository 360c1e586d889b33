import { describe } from 'vitest'
import { d1Database } from '../support/workers/d1-database'
import { outwardContract } from './outward.contract'

describe('what goes out to the world on Workers', () => outwardContract(d1Database))
