const NUMBER = new Intl.NumberFormat('en');
const DAY = new Intl.DateTimeFormat('en', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });
const MOMENT = new Intl.DateTimeFormat('en', {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  hour12: false,
});

export function count(value: number): string {
  return NUMBER.format(value);
}

/** `1 call`, `2 calls`. */
export function calls(value: number): string {
  return `${count(value)} ${value === 1 ? 'call' : 'calls'}`;
}

/** A day of UTC, in which the service counts. */
export function day(timestamp: string): string {
  return DAY.format(new Date(timestamp));
}

/** A moment in the reader's own time. */
export function moment(timestamp: string): string {
  return MOMENT.format(new Date(timestamp));
}

export function percent(score: number): string {
  return `${Math.floor(score * 100)} %`;
}
