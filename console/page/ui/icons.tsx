import type { JSX } from 'preact';

const PATHS = {
  camera: 'M4 8h3l1.5-2.500h7L17 8h3a1 1 0 0 1 1 1v9a1 1 0 0 1-1 1H4a1 1 0 0 1-1-1V9a1 1 0 0 1 1-1zm8 2a3.3 3.3 0 1 0 0 6.6 3.3 3.3 0 0 0 0-6.600z',
  chart: 'M4 20h16M6.5 16v-5m5.5 5V5m5.5 11V9',
  key: 'M12.5 11.5a4.5 4.5 0 1 0-2 2M12 12l8 8M17.5 17.5l2-2M15 15l1.5-1.5',
  hook: 'M20 4L4 10.5l6.5 3L13.5 20zM20 4l-9.5 9.5',
  plan: 'M4 7h16v10H4zM4 11h16M7 14.500h4',
  book: 'M12 6.500C10 5 7 4.8 4 5.500v13c3-.7 6-.5 8 1 2-1.5 5-1.7 8-1v-13c-3-.7-6-.5-8 1zm0 0v13',
  person: 'M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8zm-7 8c.6-3.6 3.4-5.5 7-5.500s6.4 1.9 7 5.5',
  copy: 'M9 9h11v11H9zM5 15H4V4h11v1',
  check: 'M5 12.500l4.5 4.500L19 7.5',
  picture: 'M4 5h16v14H4zM4 16l4.5-4.500L12 15l3-3 5 5M15.5 9h.01',
} as const;

export type IconName = keyof typeof PATHS;

/** A drawing beside words that say the same; nothing for a screen reader. */
export function Icon({ name }: { name: IconName }): JSX.Element {
  return (
    <svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path d={PATHS[name]} />
    </svg>
  );
}

export function Logo(): JSX.Element {
  return (
    <svg class="logo" viewBox="0 0 32 20" aria-hidden="true" focusable="false">
      <rect class="logo-plate" x="1" y="1" width="30" height="18" rx="4" />
      <path class="logo-band" d="M2 5a3 3 0 0 1 3-3h4v16H5a3 3 0 0 1-3-3z" />
      <path class="logo-letter" d="M13 14.500v-9h2l3.5 5.2 3.5-5.200h2v9h-2.300v-5l-3.2 4.6-3.2-4.600v5z" />
    </svg>
  );
}
