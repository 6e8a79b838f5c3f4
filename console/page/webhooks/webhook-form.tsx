import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { Webhook } from '../api/types';
import { regionsOf } from '../try-it/settings';
import { Field, TextField } from '../ui/field';
import { Form, useSubmission } from '../ui/form';

/** What the server takes; a header that is not named stays as it is. */
export interface WebhookSettings {
  target: string;
  image: Webhook['image'];
  cameras: string[];
  regions: string[];
  only_with_plates: boolean;
  header?: { name: string; value: string } | null;
}

interface WebhookFormProps {
  webhook?: Webhook;
  action: string;
  onSubmit: (settings: WebhookSettings) => Promise<void>;
}

/** The fields as they are typed. */
interface Draft {
  target: string;
  image: Webhook['image'];
  cameras: string;
  regions: string;
  onlyWithPlates: boolean;
  headerName: string;
  headerValue: string;
}

export function WebhookForm({ webhook, action, onSubmit }: WebhookFormProps): JSX.Element {
  const [draft, setDraft] = useState(() => draftOf(webhook));
  const submission = useSubmission();
  const { fields } = submission;
  const change = (changed: Partial<Draft>) => setDraft({ ...draft, ...changed });
  return (
    <Form submission={submission} action={action} onSubmit={() => onSubmit(settingsOf(draft, webhook))}>
      <TextField
        label="Address"
        type="url"
        placeholder="https://example.com/plates"
        required
        value={draft.target}
        onChange={(target) => change({ target })}
        error={fields['target']}
      />
      <Field label="Picture" error={fields['image']}>
        {(attributes) => (
          <select
            {...attributes}
            value={draft.image}
            onChange={(event) => change({ image: event.currentTarget.value as Webhook['image'] })}
          >
            <option value="none">Only the data</option>
            <option value="original">With the picture</option>
            <option value="vehicle">With the vehicle cut out</option>
          </select>
        )}
      </Field>
      <TextField
        label="Cameras"
        hint="Only results of these camera ids, parted by commas; empty for all."
        value={draft.cameras}
        onChange={(cameras) => change({ cameras })}
        error={fields['cameras']}
      />
      <TextField
        label="Regions"
        hint="Only plates of these regions, such as fr, us-ca; empty for all."
        value={draft.regions}
        onChange={(regions) => change({ regions })}
        error={fields['regions']}
      />
      <label class="check">
        <input
          type="checkbox"
          checked={draft.onlyWithPlates}
          onChange={(event) => change({ onlyWithPlates: event.currentTarget.checked })}
        />
        Only when there is a plate
      </label>
      <TextField
        label="Header"
        hint="Sent with each delivery, such as X-Key; empty for none."
        value={draft.headerName}
        onChange={(headerName) => change({ headerName })}
        error={fields['header']}
      />
      {draft.headerName && (
        <TextField
          label="Value of the header"
          {...(webhook?.header ? { hint: 'Empty to keep the present one.' } : {})}
          autocomplete="off"
          value={draft.headerValue}
          onChange={(headerValue) => change({ headerValue })}
        />
      )}
    </Form>
  );
}

function draftOf(webhook: Webhook | undefined): Draft {
  return {
    target: webhook?.target ?? '',
    image: webhook?.image ?? 'none',
    cameras: webhook?.cameras.join(', ') ?? '',
    regions: webhook?.regions.join(', ') ?? '',
    onlyWithPlates: webhook?.only_with_plates ?? false,
    headerName: webhook?.header ?? '',
    headerValue: '',
  };
}

function settingsOf(draft: Draft, webhook: Webhook | undefined): WebhookSettings {
  return {
    target: draft.target,
    image: draft.image,
    cameras: namesOf(draft.cameras),
    regions: regionsOf(draft.regions),
    only_with_plates: draft.onlyWithPlates,
    ...headerOf(draft, webhook),
  };
}

function namesOf(text: string): string[] {
  return text
    .split(',')
    .map((name) => name.trim())
    .filter(Boolean);
}

function headerOf({ headerName, headerValue }: Draft, webhook: Webhook | undefined): Pick<WebhookSettings, 'header'> {
  if (!headerName) {
    return { header: null };
  }
  return webhook?.header === headerName && !headerValue ? {} : { header: { name: headerName, value: headerValue } };
}
