import { describe } from 'vitest'
import { d1Database } from '../support/workers/d1-database'
import { cohortContract } from './cohort.contract'

describe('the kept cohort on Workers', () => cohortContract(d1Database))
