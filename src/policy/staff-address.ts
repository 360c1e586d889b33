/** Staff have a mail address of the council; whoever posts offers, and young people, may have any. */
export function isStaffAddress(email: string, domains: readonly string[]): boolean {
  return domains.includes(email.slice(email.lastIndexOf('@') + 1).toLowerCase())
}
