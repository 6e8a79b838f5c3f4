import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { call } from '../api/session';
import type { DeadLetter, Delivery } from '../api/types';
import { Action } from '../ui/action';
import { useLoaded, WhenLoaded } from '../ui/loaded';
import { moment } from '../ui/words';

const LOOK_AGAIN_MILLIS = [500, 1500, 4000, 10_000];

interface DeliveryLogProps {
  /** Of the webhook. */
  path: string;
  /** Grows with each test that was sent. */
  tests: number;
}

/** Attempts to deliver, newest first, and what was given up. */
export function DeliveryLog({ path, tests }: DeliveryLogProps): JSX.Element {
  const [sent, setSent] = useState(0);
  const deliveries = useLoaded(() => call<{ deliveries: Delivery[] }>(`${path}/deliveries?limit=20`), [path]);
  const dead = useLoaded(() => call<{ dead_letters: DeadLetter[] }>(`${path}/dead-letters`), [path]);
  const reload = async () => {
    await Promise.all([deliveries.reload(), dead.reload()]);
  };
  useLookingAgain(reload, tests + sent);
  const sendAgain = async (what: string) => {
    await call(`${path}/${what}`, { method: 'POST' });
    setSent(sent + 1);
  };
  return (
    <div class="log">
      <div class="log-head">
        <h3>Deliveries</h3>
        <Action label="Refresh" onDo={reload} />
      </div>
      <GivenUp letters={dead.value?.dead_letters ?? []} onSendAgain={() => sendAgain('redrive')} />
      <WhenLoaded loaded={deliveries}>
        {(value) =>
          value.deliveries.length === 0 ? (
            <p class="none">None yet. Send a test, or read a picture.</p>
          ) : (
            <ul class="rows">
              {value.deliveries.map((delivery) => (
                <DeliveryRow
                  key={`${delivery.event} ${delivery.attempt} ${delivery.at}`}
                  delivery={delivery}
                  onSendAgain={() => sendAgain(`deliveries/${delivery.event}/redeliver`)}
                />
              ))}
            </ul>
          )
        }
      </WhenLoaded>
    </div>
  );
}

function GivenUp({ letters, onSendAgain }: { letters: DeadLetter[]; onSendAgain: () => Promise<void> }): JSX.Element | null {
  const [first] = letters;
  return first ? (
    <p class="wrong">
      {letters.length} given up; of one the reason is: {first.reason}.{' '}
      <Action label="Send all of them again" kind="plain" onDo={onSendAgain} />
    </p>
  ) : null;
}

function DeliveryRow({ delivery, onSendAgain }: { delivery: Delivery; onSendAgain: () => Promise<void> }): JSX.Element {
  return (
    <li>
      <details>
        <summary>
          <span class={`status ${delivery.problem === null ? 'good' : 'bad'}`}>{delivery.status ?? '—'}</span>
          {moment(delivery.at)}{' '}
          <small>
            attempt {delivery.attempt}, {delivery.milliseconds} ms{delivery.problem && `, ${delivery.problem}`}
          </small>
        </summary>
        <p class="hint">
          Event <code>{delivery.event}</code>
          {delivery.next_attempt_at && `; next attempt ${moment(delivery.next_attempt_at)}`}
        </p>
        {delivery.answer && <pre class="told">{delivery.answer}</pre>}
      </details>
      <Action label="Send again" of={`the event of ${moment(delivery.at)}`} onDo={onSendAgain} />
    </li>
  );
}

/** A delivery takes its time: the log is looked at again a few times after something was sent. */
function useLookingAgain(reload: () => Promise<void>, sent: number): void {
  useEffect(() => {
    const timers = sent > 0 ? LOOK_AGAIN_MILLIS.map((after) => setTimeout(() => void reload(), after)) : [];
    return () => timers.forEach(clearTimeout);
  }, [sent]);
}
