import type { ComponentProps } from 'react'

type Look = {
  /** `main`: the one that the page is about; `quiet`: without a frame; `link`: in running text. */
  look?: 'plain' | 'main' | 'quiet' | 'link'
  small?: boolean
  /** At work: says so, and takes no second press. */
  busy?: boolean
}

export function Button({
  look = 'plain',
  small = false,
  busy = false,
  className = '',
  onClick,
  ...rest
}: Look & ComponentProps<'button'>) {
  return (
    <button
      type="button"
      {...rest}
      className={`${buttonClass({ look, small })} ${className}`}
      aria-disabled={busy || undefined}
      aria-busy={busy || undefined}
      onClick={busy ? (event) => event.preventDefault() : onClick}
    />
  )
}

/** The same look for a link: `<Link className={buttonClass({ look: 'main' })}>`. */
export const buttonClass = ({ look = 'plain', small = false }: Omit<Look, 'busy'> = {}): string =>
  look === 'link' ? 'lnk' : ['btn', look === 'plain' ? '' : look, small ? 'small' : ''].join(' ')
