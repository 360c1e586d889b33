import type { Secrets } from '../domain/secrets'

const encoder = new TextEncoder()
const decoder = new TextDecoder()

/** The service's keys over WebCrypto, the same on Node and Workers. The first key writes, all of them read. */
export function createSecrets(keys: readonly [string, ...string[]]): Secrets {
  const sealing = keys.map((key) => importKey(key, 'seal', 'AES-GCM'))
  const signing = importKey(keys[0], 'hash', 'HMAC')
  return {
    async hash(purpose, text) {
      const mac = await crypto.subtle.sign('HMAC', await signing, encoder.encode(`${purpose}\n${text}`))
      return toHex(new Uint8Array(mac))
    },
    async seal(text) {
      const iv = crypto.getRandomValues(new Uint8Array(12))
      const key = await (sealing[0] as Promise<CryptoKey>)
      const body = await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, key, encoder.encode(text))
      return `${toBase64Url(iv)}.${toBase64Url(new Uint8Array(body))}`
    },
    async open(sealed) {
      const [iv = '', body = ''] = sealed.split('.')
      for (const key of sealing) {
        const opened = await tryOpen(await key, fromBase64Url(iv), fromBase64Url(body))
        if (opened !== undefined) return opened
      }
      throw new Error('Sealed with a key this service does not have')
    },
    randomToken: (bytes) => toBase64Url(crypto.getRandomValues(new Uint8Array(bytes))),
    randomCode,
  }
}

async function importKey(key: string, use: string, algorithm: 'AES-GCM' | 'HMAC'): Promise<CryptoKey> {
  const material = await crypto.subtle.digest('SHA-256', encoder.encode(`waymark ${use} ${key}`))
  return algorithm === 'HMAC'
    ? crypto.subtle.importKey('raw', material, { name: 'HMAC', hash: 'SHA-256' }, false, ['sign'])
    : crypto.subtle.importKey('raw', material, 'AES-GCM', false, ['encrypt', 'decrypt'])
}

async function tryOpen(key: CryptoKey, iv: Uint8Array<ArrayBuffer>, body: Uint8Array<ArrayBuffer>) {
  try {
    return decoder.decode(await crypto.subtle.decrypt({ name: 'AES-GCM', iv }, key, body))
  } catch {
    return undefined
  }
}

/** Numbers above the last whole million are drawn again, so that no code is likelier than another. */
function randomCode(): string {
  const limit = Math.floor(2 ** 32 / 1_000_000) * 1_000_000
  for (;;) {
    const [drawn = limit] = crypto.getRandomValues(new Uint32Array(1))
    if (drawn < limit) return String(drawn % 1_000_000).padStart(6, '0')
  }
}

/** SHA-256 of a text as 64 hexadecimal characters, for tokens that are random already. */
export async function sha256(text: string): Promise<string> {
  return toHex(new Uint8Array(await crypto.subtle.digest('SHA-256', encoder.encode(text))))
}

const HEX = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'))

function toHex(bytes: Uint8Array): string {
  let hex = ''
  for (const byte of bytes) hex += HEX[byte]
  return hex
}

function toBase64Url(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '')
}

function fromBase64Url(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (char) => char.charCodeAt(0))
}

const ID_BYTES = 16

/** Chance for 64 ids: asking for it costs about the same whether much or little is asked for. */
const drawn = new Uint8Array(64 * ID_BYTES)
let used = drawn.length

/** 128 random bits as 32 hexadecimal characters: the shape of every id and form key. */
export function randomId(): string {
  if (used === drawn.length) {
    crypto.getRandomValues(drawn)
    used = 0
  }
  used += ID_BYTES
  return toHex(drawn.subarray(used - ID_BYTES, used))
}
