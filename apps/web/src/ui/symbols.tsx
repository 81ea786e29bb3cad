const ring = { fill: 'none', stroke: 'currentColor', strokeWidth: 1.4 }

/** The shapes, drawn once a page; `Sign` points at them. */
export const Symbols = () => (
  <svg width="0" height="0" className="absolute" aria-hidden="true">
    <defs>
      <symbol id="sign-gap" viewBox="0 0 12 12">
        <circle cx="6" cy="6" r="4.6" {...ring} strokeWidth="1.6" strokeDasharray="2.4 1.7" />
      </symbol>
      <symbol id="sign-conflict" viewBox="0 0 12 12">
        <path d="M6 1 11.4 10.8H.6Z" fill="currentColor" />
      </symbol>
      <symbol id="sign-advice" viewBox="0 0 12 12">
        <path d="M6 1.4 10.6 6 6 10.6 1.4 6Z" {...ring} />
      </symbol>
      <symbol id="sign-announced" viewBox="0 0 12 12">
        <circle cx="6" cy="6" r="4.6" {...ring} />
        <path d="M6 1.4a4.6 4.6 0 0 1 0 9.2Z" fill="currentColor" />
      </symbol>
      <symbol id="sign-active" viewBox="0 0 12 12">
        <circle cx="6" cy="6" r="5" fill="currentColor" />
      </symbol>
      <symbol id="sign-former" viewBox="0 0 12 12">
        <circle cx="6" cy="6" r="4.6" {...ring} />
        <path d="M2.8 9.2 9.2 2.8" {...ring} />
      </symbol>
      <symbol id="sign-yes" viewBox="0 0 12 12">
        <rect x="1" y="1" width="10" height="10" fill="currentColor" />
      </symbol>
      <symbol id="sign-half" viewBox="0 0 12 12">
        <path d="M1 11V1l10 10Z" fill="currentColor" />
        <rect x="1.5" y="1.5" width="9" height="9" {...ring} strokeWidth="1" />
      </symbol>
      <symbol id="sign-no" viewBox="0 0 12 12">
        <rect
          x="1.5"
          y="1.5"
          width="9"
          height="9"
          {...ring}
          strokeWidth="1.2"
          strokeDasharray="2 1.6"
        />
      </symbol>
      <symbol id="sign-up" viewBox="0 0 12 12">
        <path d="M6 10V2M2.4 5.6 6 2l3.6 3.6" {...ring} />
      </symbol>
      <symbol id="sign-find" viewBox="0 0 14 14">
        <circle cx="6" cy="6" r="4.3" {...ring} strokeWidth="1.3" />
        <path d="m9.3 9.3 3.4 3.4" {...ring} strokeWidth="1.3" />
      </symbol>
      <symbol id="sign-x" viewBox="0 0 12 12">
        <path d="m2.5 2.5 7 7M9.5 2.5l-7 7" {...ring} />
      </symbol>
      <symbol id="sign-down" viewBox="0 0 12 12">
        <path d="m2.5 4.5 3.5 3.5 3.5-3.5" {...ring} />
      </symbol>
      <symbol id="sign-rope" viewBox="0 0 20 20">
        <path
          d="M3 6.5C6 3 9 3 10 6s4 3 7-.5M3 10.5C6 7 9 7 10 10s4 3 7-.5M3 14.5C6 11 9 11 10 14s4 3 7-.5"
          {...ring}
          strokeWidth="1.5"
          strokeLinecap="round"
        />
      </symbol>
    </defs>
  </svg>
)
