/** Which rows are chosen: some of them, or all that match but a few. */
export type Selection =
  | { kind: 'some'; ids: ReadonlySet<string> }
  | { kind: 'all'; but: ReadonlySet<string> }

export const nothing: Selection = { kind: 'some', ids: new Set() }
export const everything: Selection = { kind: 'all', but: new Set() }

export const isSelected = (selection: Selection, id: string): boolean =>
  selection.kind === 'some' ? selection.ids.has(id) : !selection.but.has(id)

export const selectedCount = (selection: Selection, count: number): number =>
  selection.kind === 'some' ? selection.ids.size : count - selection.but.size

/** With these rows chosen or not. */
export function selecting(
  selection: Selection,
  ids: readonly string[],
  chosen: boolean,
): Selection {
  const adds = (selection.kind === 'some') === chosen
  const changed = new Set(selection.kind === 'some' ? selection.ids : selection.but)
  for (const id of ids) adds ? changed.add(id) : changed.delete(id)
  return selection.kind === 'some' ? { kind: 'some', ids: changed } : { kind: 'all', but: changed }
}
