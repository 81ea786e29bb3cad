import type { Connection } from '../connection.ts'
import type { Server } from '../server.ts'

/** The two servers that are measured beside each other, on the same register. */
export type Setting = {
  product: Server
  floor: Server
  /** The Cookie header of a person who may read, write and export. */
  cookie: string
  /** One kept-alive connection to each. */
  toProduct: Connection
  toFloor: Connection
}
