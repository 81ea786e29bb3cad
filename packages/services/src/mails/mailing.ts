/** What mails are written with. */
export type Mailing = {
  /** The public address, without a slash at its end: what links in mails begin with. */
  base: string
  /** Of Message-IDs: that of the sender's address. */
  domain: string
  /** False: mails are kept in the data folder, and somebody hands them on. */
  hasServer: boolean
}
