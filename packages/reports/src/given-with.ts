/** What a file that leaves the register says of itself: which export it was, and the signed head of the log. */
export type GivenWith = {
  /** A UUID. */
  readonly exportId: string
  /** The signed note, C2SP tlog-checkpoint. */
  readonly head: string
  /** The signature in it, base64. */
  readonly signature: string
}
