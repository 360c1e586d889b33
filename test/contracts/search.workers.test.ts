import { describe } from 'vitest'
import { createEmbeddedIndex } from '../../src/search/fts5'
import { d1Database } from '../support/workers/d1-database'
import { searchContract } from './search.contract'

describe('search with the embedded engine on Workers', () =>
  searchContract(d1Database, async (db) => createEmbeddedIndex(db)))
