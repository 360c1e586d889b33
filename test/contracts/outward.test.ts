import { describe } from 'vitest'
import { testDatabase } from '../support/database'
import { outwardContract } from './outward.contract'

describe('what goes out to the world on Node', () => outwardContract(async () => testDatabase()))
