import { ROLES } from '../domain/account'
import { PERMISSIONS, type Permission } from '../policy/permissions'

/** The permission table by role, as data or as a table to read. */
const roles = ['visitor', ...ROLES] as const
const holds = (permission: Permission, role: string) =>
  (PERMISSIONS[permission] as readonly string[]).includes(role)
const permissions = Object.keys(PERMISSIONS) as Permission[]

if (process.argv.includes('--json')) {
  const table = Object.fromEntries(
    roles.map((role) => [role, permissions.filter((permission) => holds(permission, role))]),
  )
  console.log(JSON.stringify(table, null, 2))
} else {
  console.log(`${''.padEnd(30)}${roles.map((role) => role.padEnd(13)).join('')}`)
  for (const permission of permissions) {
    console.log(
      `${permission.padEnd(30)}${roles.map((role) => (holds(permission, role) ? 'yes' : '').padEnd(13)).join('')}`,
    )
  }
}
