import type { NounKey } from '@ropewalk/domain/field.ts'
import type { Permission } from '@ropewalk/domain/permissions.ts'

/** What changing a record of a noun asks for: the organisation is the DPO's. */
export const writePermissionOf = (noun: NounKey): Permission =>
  noun === 'organisation' ? 'organisation:write' : 'register:write'
