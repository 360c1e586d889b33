import type { Deps } from '../deps'
import type { Actor } from '../domain/account'

/** What middleware has put on the request by the time a handler runs. */
export type AppEnv = {
  Variables: {
    deps: Deps
    requestId: string
    /** Who is signed in, or null for a visitor. */
    visitor: Actor | null
    /** Who is signed in; set by `guard`, so reading it behind a guard for a role is safe. */
    actor: Actor
    /** The whole body of a form post, read once. */
    form: FormData
    formKey: { key: string; bodyHash: string; route: string }
  }
}
