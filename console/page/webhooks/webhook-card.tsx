import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { call } from '../api/session';
import type { Webhook } from '../api/types';
import { Action, ConfirmedAction } from '../ui/action';
import { Notice } from '../ui/notice';
import { moment } from '../ui/words';
import { DeliveryLog } from './delivery-log';
import { WebhookForm } from './webhook-form';

interface WebhookCardProps {
  webhook: Webhook;
  onChange: () => Promise<void>;
  /** Shows a webhook whose secret is new. */
  onSecret: (webhook: Webhook) => Promise<void>;
}

export function WebhookCard({ webhook, onChange, onSecret }: WebhookCardProps): JSX.Element {
  const [editing, setEditing] = useState(false);
  const [tests, setTests] = useState(0);
  const path = `/v1/webhooks/${webhook.id}`;
  const change = async (settings: object) => {
    await call(path, { method: 'PATCH', json: settings });
    setEditing(false);
    await onChange();
  };
  const test = async () => {
    await call(`${path}/test`, { method: 'POST' });
    setTests(tests + 1);
  };
  return (
    <div class="card webhook">
      <h2>{webhook.target}</h2>
      <Health webhook={webhook} />
      <p class="hint">{inWords(webhook)}</p>
      <div class="actions">
        <Action label="Send a test" kind="plain" onDo={test} />
        <button type="button" aria-expanded={editing} onClick={() => setEditing(!editing)}>
          Change
        </button>
        <Action
          label={webhook.enabled ? 'Switch off' : 'Switch on'}
          kind="plain"
          onDo={() => change({ enabled: !webhook.enabled })}
        />
        <Irrevocable webhook={webhook} path={path} onChange={onChange} onSecret={onSecret} />
      </div>
      {editing && <WebhookForm webhook={webhook} action="Save" onSubmit={change} />}
      <DeliveryLog path={path} tests={tests} />
    </div>
  );
}

function Irrevocable({ webhook, path, onChange, onSecret }: WebhookCardProps & { path: string }): JSX.Element {
  const remove = async () => {
    await call(path, { method: 'DELETE' });
    await onChange();
  };
  return (
    <>
      <ConfirmedAction
        label="New secret"
        question="Make a new secret?"
        onDo={async () => onSecret(await call<Webhook>(`${path}/rotate-secret`, { method: 'POST' }))}
      >
        <p>The present one goes on signing beside it for a while, so that your receiver can change over.</p>
      </ConfirmedAction>
      <ConfirmedAction label="Remove" question="Remove this webhook?" onDo={remove}>
        <p>Nothing more is sent to {webhook.target}, and its log is gone.</p>
      </ConfirmedAction>
    </>
  );
}

function Health({ webhook }: { webhook: Webhook }): JSX.Element | null {
  if (webhook.switched_off_at) {
    return <Notice kind="bad">Switched off on {moment(webhook.switched_off_at)}, because the address kept failing.</Notice>;
  }
  if (!webhook.enabled) {
    return <Notice kind="info">Switched off: nothing is sent.</Notice>;
  }
  if (webhook.failing_since) {
    return (
      <Notice kind="warning">
        Failing since {moment(webhook.failing_since)}, {webhook.failures} times in a row.
      </Notice>
    );
  }
  return null;
}

function inWords(webhook: Webhook): string {
  const picture = { none: 'Data only', original: 'With the picture', vehicle: 'With the vehicle cut out' }[webhook.image];
  return [
    picture,
    webhook.only_with_plates && 'only with plates',
    webhook.cameras.length > 0 && `cameras ${webhook.cameras.join(', ')}`,
    webhook.regions.length > 0 && `regions ${webhook.regions.join(', ')}`,
    webhook.header && `header ${webhook.header}`,
    webhook.previous_secret_until && `the old secret signs until ${moment(webhook.previous_secret_until)}`,
  ]
    .filter(Boolean)
    .join(' · ');
}
