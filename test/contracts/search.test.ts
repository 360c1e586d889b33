import { describe } from 'vitest'
import { createEmbeddedIndex } from '../../src/search/fts5'
import { testDatabase } from '../support/database'
import { searchContract } from './search.contract'

describe('search with the embedded engine on Node', () =>
  searchContract(
    async () => testDatabase(),
    async (db) => createEmbeddedIndex(db),
  ))
