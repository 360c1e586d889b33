import { listRoutes } from './app-without-data'

/** Every route: method, path, permission and who holds it. */
const routes = listRoutes()
if (process.argv.includes('--json')) console.log(JSON.stringify(routes, null, 2))
else
  for (const { method, path, permission, audience } of routes)
    console.log(
      `${method.padEnd(5)} ${path.padEnd(56)} ${permission ?? 'NO GUARD'}  (${audience.join(', ')})`,
    )
