/** A message as text. Neutral on purpose: anyone may see a lock screen, a shared mailbox or a work calendar. */
export type Message = { subject: string; body: string }

export function codeMessage(code: string): Message {
  return {
    subject: 'Your code',
    body: [
      `Your code is ${code}`,
      '',
      'It works for 10 minutes, once, in the browser where you asked for it.',
      'If you did not ask for it, you can ignore this.',
    ].join('\n'),
  }
}

export function invitationMessage(serviceName: string, link: string): Message {
  return {
    subject: 'Your invitation',
    body: [
      `You have been invited to ${serviceName}.`,
      '',
      'Open this page to accept. It works once, for 48 hours:',
      link,
      '',
      'If you did not expect this, you can ignore it.',
    ].join('\n'),
  }
}

/** Like every update; it can be turned off without signing in. */
export function alertMessage(signInLink: string, offLink: string): Message {
  const { subject, body } = updateMessage(signInLink)
  return { subject, body: [body, '', 'To stop these updates, open this page:', offLink].join('\n') }
}

export function updateMessage(signInLink: string): Message {
  return {
    subject: 'You have an update',
    body: ['You have an update. Sign in to see it:', signInLink].join('\n'),
  }
}
