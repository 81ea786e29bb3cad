export type SignName =
  | 'gap'
  | 'conflict'
  | 'advice'
  | 'announced'
  | 'active'
  | 'former'
  | 'yes'
  | 'half'
  | 'no'
  | 'up'
  | 'down'
  | 'find'
  | 'x'
  | 'rope'

/** A shape alone: with a label where it stands for a word, else hidden from screen readers. */
export function Sign({ of, label, size = 12 }: { of: SignName; label?: string; size?: number }) {
  const spoken = label ? ({ role: 'img', 'aria-label': label } as const) : undefined
  return (
    // biome-ignore lint/a11y/noSvgWithoutTitle: a label says more than a title, and a title would show on hover
    <svg width={size} height={size} aria-hidden={label ? undefined : true} {...spoken}>
      <use href={`#sign-${of}`} />
    </svg>
  )
}
