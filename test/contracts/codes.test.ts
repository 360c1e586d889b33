import { describe } from 'vitest'
import { testDatabase } from '../support/database'
import { codesContract } from './codes.contract'

describe('codes on Node', () => codesContract(async () => testDatabase()))
