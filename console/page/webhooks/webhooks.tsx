import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { call } from '../api/session';
import type { Webhook } from '../api/types';
import { CopyButton } from '../ui/copy';
import { useLoaded, WhenLoaded } from '../ui/loaded';
import { Notice } from '../ui/notice';
import { WebhookCard } from './webhook-card';
import { WebhookForm } from './webhook-form';

/** Where results are sent to, and what became of each delivery. */
export default function WebhooksPage(): JSX.Element {
  const [adding, setAdding] = useState(false);
  const [made, setMade] = useState<Webhook>();
  const webhooks = useLoaded(() => call<{ webhooks: Webhook[] }>('/v1/webhooks/'));
  const show = async (webhook: Webhook) => {
    setAdding(false);
    setMade(webhook);
    await webhooks.reload();
  };
  return (
    <section class="webhooks">
      <h1>Webhooks</h1>
      <p class="hint">Each result is sent to the addresses that you name here, signed, and again until it arrives.</p>
      {made?.secret && <Secret target={made.target} secret={made.secret} />}
      <WhenLoaded loaded={webhooks}>
        {(value) => (
          <>
            {value.webhooks.map((webhook) => (
              <WebhookCard key={webhook.id} webhook={webhook} onChange={webhooks.reload} onSecret={show} />
            ))}
            {adding || value.webhooks.length === 0 ? (
              <div class="card">
                <h2>New webhook</h2>
                <WebhookForm
                  action="Add the webhook"
                  onSubmit={async (settings) => show(await call<Webhook>('/v1/webhooks/', { method: 'POST', json: settings }))}
                />
              </div>
            ) : (
              <button class="primary" type="button" onClick={() => setAdding(true)}>
                Add a webhook
              </button>
            )}
          </>
        )}
      </WhenLoaded>
    </section>
  );
}

function Secret({ target, secret }: { target: string; secret: string }): JSX.Element {
  return (
    <Notice kind="good">
      <p>
        Secret of <strong>{target}</strong>: copy it now, it is not shown again. Your receiver checks signatures with it.
      </p>
      <p class="secret">
        <code>{secret}</code>
        <CopyButton text={secret} />
      </p>
    </Notice>
  );
}
