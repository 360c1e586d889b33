import type { OpportunityId } from '../domain/ids'
import type { SearchDocument } from './documents'

/** The number an engine gives to what it was told, to ask later whether it is done. */
export type TaskNumber = number

export type TaskState = 'under-way' | 'succeeded' | 'failed'

/**
 * What keeps an index beside the database true. An engine takes what it is told at once and does it later, or not at
 * all: every task is asked for until it ended.
 * All of these throw an IndexFault when the engine cannot be reached, refuses, or answers nonsense.
 */
export interface IndexWriter {
  /** Whole documents; each replaces what was there. */
  put(documents: readonly SearchDocument[]): Promise<TaskNumber>
  remove(ids: readonly string[]): Promise<TaskNumber>
  /** A task that is not known any more counts as failed: nobody can say that it was done. */
  readTask(task: TaskNumber): Promise<TaskState>
  /** Which writing of some offers the index has; those it has not are missing. */
  readStamps(ids: readonly OpportunityId[]): Promise<Map<string, string>>
  /** The same of everything in it, whoever put it there. */
  listStamps(): Promise<Map<string, string>>
  /** Whose index this is; null when there is none, or it does not say. */
  readEpoch(): Promise<string | null>
  /** Whether it is set as it should be. */
  isSetRight(): Promise<boolean>
  setRight(): Promise<TaskNumber>

  /** An empty index beside this one, to be filled and put in its place. */
  openNext(): Promise<{ next: IndexWriter; task: TaskNumber }>
  /** Says whose index it is: last of all, when everything is in it. */
  sign(epoch: string): Promise<TaskNumber>
  /** Puts the next one in the place of this one. */
  swapWithNext(): Promise<TaskNumber>
  dropNext(): Promise<TaskNumber>
}
