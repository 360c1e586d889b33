import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { extname } from 'node:path'
import { gzipSync } from 'node:zlib'
import { build } from 'esbuild'
import { compile } from 'sass'
import { SECURITY_HEADERS } from '../http/security-headers'

const OUT = 'dist/public/assets'
const FONTS = 'node_modules/@fontsource-variable/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next'
const TEXT_FILES = new Set(['.css', '.js', '.svg'])

/** What Workers says with each file; on Node the server does. */
const HEADERS = { 'Cache-Control': 'public, max-age=31536000, immutable', ...SECURITY_HEADERS }

/** Writes a file under a name that changes with its content, so that it may be kept for ever. */
function publish(name: string, content: Uint8Array): string {
  const extension = extname(name)
  const hash = createHash('sha256').update(content).digest('hex').slice(0, 10)
  const file = `${name.slice(0, -extension.length)}-${hash}${extension}`
  writeFileSync(`${OUT}/${file}`, content)
  if (TEXT_FILES.has(extension)) writeFileSync(`${OUT}/${file}.gz`, gzipSync(content, { level: 9 }))
  return `/assets/${file}`
}

/** The style sheet, with the fonts' names replaced by those they are published under. */
function publishStyles(fonts: Record<string, string>): string {
  const options = { loadPaths: ['node_modules'], quietDeps: true }
  const { css } = compile('views/assets/styles.scss', { ...options, style: 'compressed' })
  const linked = Object.entries(fonts).reduce((text, [name, url]) => text.replaceAll(name, url), css)
  return publish('styles.css', Buffer.from(linked))
}

async function publishScript(): Promise<string> {
  const options = { bundle: true, minify: true, format: 'esm', target: 'es2020', write: false } as const
  const { outputFiles } = await build({ ...options, entryPoints: ['views/assets/script.ts'] })
  return publish('script.js', Buffer.concat(outputFiles.map(({ contents }) => contents)))
}

/** The server for Node and the thread its rounds are placed on: our code in a file each, packages where npm put them. */
async function bundleServer(): Promise<void> {
  const jsx = { jsx: 'automatic', jsxImportSource: 'hono/jsx' } as const
  const options = {
    bundle: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
    sourcemap: true,
  } as const
  const entryPoints = ['src/server.ts', 'src/round-thread.ts']
  await build({ ...options, ...jsx, entryPoints, outdir: 'dist' })
}

rmSync('dist', { recursive: true, force: true })
mkdirSync(OUT, { recursive: true })
const font = publish('atkinson-latin.woff2', readFileSync(`${FONTS}-latin-wght-normal.woff2`))
const extended = publish('atkinson-latin-ext.woff2', readFileSync(`${FONTS}-latin-ext-wght-normal.woff2`))
const favicon = publish('mark.svg', readFileSync('views/assets/mark.svg'))
const stylesheet = publishStyles({ 'atkinson-latin.woff2': font, 'atkinson-latin-ext.woff2': extended })
const assets = { stylesheet, script: await publishScript(), favicon, font }
writeFileSync('dist/assets.json', `${JSON.stringify(assets, null, 2)}\n`)
const lines = Object.entries(HEADERS).map(([name, value]) => `  ${name}: ${value}\n`)
writeFileSync('dist/public/_headers', `/assets/*\n${lines.join('')}`)
if (existsSync('src/server.ts')) await bundleServer()
