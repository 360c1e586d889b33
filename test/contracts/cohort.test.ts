import { describe } from 'vitest'
import { testDatabase } from '../support/database'
import { cohortContract } from './cohort.contract'

describe('the kept cohort on Node', () => cohortContract(async () => testDatabase()))
