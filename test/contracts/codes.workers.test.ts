import { describe } from 'vitest'
import { d1Database } from '../support/workers/d1-database'
import { codesContract } from './codes.contract'

describe('codes on Workers', () => codesContract(d1Database))
