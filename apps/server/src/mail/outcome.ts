/** What became of an attempt; `failed` for now, `refused` for good. */
export type Delivery = { outcome: 'sent' | 'kept' | 'failed' | 'refused'; detail: string }

export const delivered = (outcome: 'sent' | 'kept', detail?: string): Delivery => ({
  outcome,
  detail: detail ?? '',
})

/** For good is only what the server says of this mail (RFC 5321, 4.2.1); whatever else is trouble that may pass. */
export function failed(error: unknown): Delivery {
  const { code, command, responseCode = 0, response, message } = error as Trouble
  const ofThisMail =
    command !== undefined && commands.has(command) && !askedToSignIn.has(responseCode)
  const detail = response ?? message ?? String(error)
  return {
    outcome: ofThisMail && responseCode >= 500 ? 'refused' : 'failed',
    detail: code === undefined || response !== undefined ? detail : `${detail} (${code})`,
  }
}

type Trouble = Partial<
  Record<'code' | 'command' | 'response' | 'message', string> & { responseCode: number }
>

const commands = new Set(['MAIL FROM', 'RCPT TO', 'DATA'])
/** RFC 4954: it is the settings of the mail server that are wrong. */
const askedToSignIn = new Set([530, 534, 535, 538])
