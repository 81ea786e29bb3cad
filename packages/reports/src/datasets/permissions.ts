import { mayDo, type Permission, permissionNames, type Role } from '@ropewalk/domain/permissions.ts'
import { columnsOf } from '../column.ts'
import { listDataset } from '../dataset.ts'
import { wordOf } from '../word.ts'

const { yesNo } = columnsOf<Permission>()
const heldBy = (holder: Role | 'public') => yesNo((permission) => mayDo(permission, holder))

/** The role matrix; its items are the domain's `permissions`. */
export const permissions = listDataset<Permission>('permissions', ({ choice }) => ({
  permission: choice(permissionNames, (permission) => wordOf(permissionNames, permission)),
  admin: heldBy('admin'),
  dpo: heldBy('dpo'),
  editor: heldBy('editor'),
  auditor: heldBy('auditor'),
  public: heldBy('public'),
}))
