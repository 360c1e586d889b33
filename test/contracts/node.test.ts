import { describe } from 'vitest'
import { testDatabase } from '../support/database'
import { databaseContract } from './database.contract'

describe('the database on better-sqlite3', () => databaseContract(async () => testDatabase()))
