import { describe } from 'vitest'
import { d1Database } from '../support/workers/d1-database'
import { databaseContract } from './database.contract'

describe('the database on D1', () => databaseContract(d1Database))
