import { type Declared, type Fields, isOpen } from '../field.ts'

type Answering = { readonly declared: Declared; readonly role?: unknown }

/**
 * Whether a field is answered by *none* or *not applicable*. An answer that the field does not take in the
 * activity's present role answers nothing: it may have been given in an earlier one.
 */
export function isDeclared(fields: Fields, record: Answering, key: string): boolean {
  const declared = record.declared[key]
  return declared !== undefined && isOpen(fields[key]?.takes?.[declared.answer], record.role)
}
