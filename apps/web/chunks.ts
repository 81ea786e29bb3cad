import { fileURLToPath } from 'node:url'
import type { Rolldown } from 'vite'

/** The frame, and the list, where most people begin. */
const first = ['src/app.tsx', 'src/routes/list.tsx'].map((file) =>
  fileURLToPath(new URL(file, import.meta.url)),
)
type Build = Rolldown.ChunkingContext

/**
 * What the frame and the first list need comes as one file of libraries and one of ours, and nothing else is in them; what
 * three other pages share comes in one file, not in thirty.
 */
export function chunkGroups(): Rolldown.CodeSplittingGroup[] {
  let needed: Set<string> | undefined
  const ofFirst = (name: string, isOf: (id: string) => boolean): Rolldown.CodeSplittingGroup => ({
    name: (id, build) => {
      needed ??= staticImports(first, build)
      return needed.has(id) && isOf(id) ? name : null
    },
    debugName: name,
    includeDependenciesRecursively: false,
  })
  return [
    { ...ofFirst('vendor', isLibrary), priority: 3 },
    // The entry shares what the build tools add: with it in here, it could not begin without all of this.
    { ...ofFirst('first', (id) => !id.startsWith('\0')), priority: 2 },
    {
      name: 'shared',
      test: /src/,
      minShareCount: 3,
      priority: 1,
      includeDependenciesRecursively: false,
    },
  ]
}

const isLibrary = (id: string) => id.includes('/node_modules/')

function staticImports(entries: readonly string[], build: Build): Set<string> {
  const found = new Set(entries)
  for (const id of found)
    for (const imported of build.getModuleInfo(id)?.importedIds ?? []) found.add(imported)
  return found
}
