import { setFlagsFromString } from 'node:v8'

/** Collects garbage when the heap has grown by 70 %: on a large machine Node lets it grow to several times what is in use. */
export const keepHeapSmall = (): void => setFlagsFromString('--heap-growing-percent=70')
