import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { call } from '../api/session';
import type { DailyStatistics, Statistics } from '../api/types';
import { useLoaded, WhenLoaded } from '../ui/loaded';
import { calls, count, day } from '../ui/words';
import { BarChart } from './bar-chart';

const DAY_MILLIS = 86_400_000;

const STRETCHES = {
  'This period': () => 'period=current',
  'Last period': () => 'period=previous',
  '30 days': () => lastDays(30),
  '90 days': () => lastDays(90),
} as const;

type StretchName = keyof typeof STRETCHES;

/** How much of the quota is used, and on which days. */
export default function UsagePage(): JSX.Element {
  const [stretch, setStretch] = useState<StretchName>('This period');
  const query = STRETCHES[stretch]();
  const statistics = useLoaded(() => call<Statistics>('/v1/statistics/'));
  const daily = useLoaded(() => call<DailyStatistics>(`/v1/statistics/daily?${query}`), [query]);
  return (
    <section class="usage">
      <h1>Usage</h1>
      <div class="card quota">
        <WhenLoaded loaded={statistics}>{(value) => <Quota statistics={value} />}</WhenLoaded>
      </div>
      <div class="card days">
        <h2>Calls by day</h2>
        <div class="choices" role="group" aria-label="Days">
          {(Object.keys(STRETCHES) as StretchName[]).map((name) => (
            <button key={name} type="button" aria-pressed={name === stretch} onClick={() => setStretch(name)}>
              {name}
            </button>
          ))}
        </div>
        <WhenLoaded loaded={daily}>{(value) => <Days daily={value} query={query} />}</WhenLoaded>
      </div>
    </section>
  );
}

function Quota({ statistics: { usage, total_calls } }: { statistics: Statistics }): JSX.Element {
  const share = Math.min(usage.calls / Math.max(total_calls, 1), 1);
  return (
    <>
      <p class="figure">
        <strong>{count(usage.calls)}</strong> of {count(total_calls)} calls
      </p>
      <meter min={0} max={1} low={0.8} high={0.95} optimum={0} value={share} aria-label="Part of the quota that is used" />
      <p class="hint">
        {count(Math.max(total_calls - usage.calls, 0))} left until {day(usage.resets_on)}, when counting starts anew at 00:00 UTC.
      </p>
    </>
  );
}

function Days({ daily, query }: { daily: DailyStatistics; query: string }): JSX.Element {
  return (
    <>
      <BarChart days={daily.days} />
      <p class="hint">
        {calls(daily.calls)} from {day(daily.from)} to {day(daily.to)}. Days are those of UTC.{' '}
        <a href={`/v1/statistics/daily.csv?${query}`} download>
          Download as CSV
        </a>
      </p>
      <details>
        <summary>As a table</summary>
        <table>
          <thead>
            <tr>
              <th scope="col">Day</th>
              <th scope="col">Calls</th>
            </tr>
          </thead>
          <tbody>
            {daily.days.map((each) => (
              <tr key={each.day}>
                <td>{day(each.day)}</td>
                <td>{count(each.calls)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </>
  );
}

function lastDays(days: number): string {
  const date = (millis: number) => new Date(millis).toISOString().slice(0, 10);
  return `from=${date(Date.now() - (days - 1) * DAY_MILLIS)}&to=${date(Date.now())}`;
}
