import { setFlagsFromString } from 'node:v8'

/**
 * Collects garbage when the heap has grown by 70 %, and keeps the space of young objects at its first size: on a
 * large machine Node lets both grow to several times what is in use.
 */
export const keepHeapSmall = (): void => {
  setFlagsFromString('--heap-growing-percent=70')
  setFlagsFromString('--semi-space-growth-factor=1')
}
