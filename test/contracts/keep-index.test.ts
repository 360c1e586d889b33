import { describe } from 'vitest'
import { testDatabase } from '../support/database'
import { keepIndexContract } from './keep-index.contract'

describe('keeping an index on Node', () => keepIndexContract(async () => testDatabase()))
