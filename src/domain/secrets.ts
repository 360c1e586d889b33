/** What may be done with the service's keys. The keys themselves stay behind this. */
export interface Secrets {
  /** Keyed hash as 64 hexadecimal characters; the purpose keeps one use's hashes out of another's. */
  hash(purpose: string, text: string): Promise<string>
  /** Encrypts for storing at rest (AES-256-GCM); the same text seals differently each time. */
  seal(text: string): Promise<string>
  /** @throws when it was not sealed by one of the service's keys */
  open(sealed: string): Promise<string>
  /** Random bytes as base64url: 32 bytes are 43 characters. */
  randomToken(bytes: number): string
  /** Six digits, each code equally likely. */
  randomCode(): string
}
