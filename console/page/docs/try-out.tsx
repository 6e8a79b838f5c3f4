import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { Code } from '../ui/code';
import { Field, TextField } from '../ui/field';
import { Form, useSubmission } from '../ui/form';
import type { Api, Route } from './openapi';
import { type Draft, emptyDraft, formFields, type Reply, sendDraft } from './request';

interface TryOutProps {
  api: Api;
  route: Route;
}

/** Calls the route for real, in the reader's own account. */
export function TryOut({ api, route }: TryOutProps): JSX.Element {
  const [draft, setDraft] = useState<Draft>(() => emptyDraft(api, route));
  const [reply, setReply] = useState<Reply>();
  const submission = useSubmission();
  const fields = formFields(api, route);
  return (
    <div class="try-out">
      <h3>Try it out</h3>
      <Form submission={submission} action="Send" onSubmit={async () => setReply(await sendDraft(route, draft))}>
        {route.operation.parameters?.map(({ name, required = false }) => (
          <TextField
            key={name}
            label={name}
            required={required}
            value={draft.parameters[name] ?? ''}
            onChange={(value) => setDraft({ ...draft, parameters: { ...draft.parameters, [name]: value } })}
          />
        ))}
        {fields?.map((field) => (
          <FormField key={field.name} field={field} draft={draft} onChange={setDraft} />
        ))}
        {draft.json && (
          <Field label="JSON">
            {(attributes) => (
              <textarea
                {...attributes}
                rows={Math.min(draft.json.split('\n').length + 1, 14)}
                spellcheck={false}
                value={draft.json}
                onInput={(event) => setDraft({ ...draft, json: event.currentTarget.value })}
              />
            )}
          </Field>
        )}
      </Form>
      <div aria-live="polite">{reply && <ReplyView reply={reply} />}</div>
    </div>
  );
}

interface FormFieldProps {
  field: { name: string; file: boolean; hint: string | undefined };
  draft: Draft;
  onChange: (draft: Draft) => void;
}

function FormField({ field: { name, file, hint }, draft, onChange }: FormFieldProps): JSX.Element {
  if (!file) {
    return (
      <TextField
        label={name}
        {...(hint ? { hint } : {})}
        value={draft.form[name] ?? ''}
        onChange={(value) => onChange({ ...draft, form: { ...draft.form, [name]: value } })}
      />
    );
  }
  return (
    <Field label={name}>
      {(attributes) => (
        <input
          {...attributes}
          type="file"
          onChange={(event) => {
            const [chosen] = event.currentTarget.files ?? [];
            onChange({ ...draft, files: chosen ? { ...draft.files, [name]: chosen } : {} });
          }}
        />
      )}
    </Field>
  );
}

function ReplyView({ reply }: { reply: Reply }): JSX.Element {
  return (
    <>
      <p>
        <span class={`status ${reply.status < 300 ? 'good' : 'bad'}`}>{reply.status}</span> in{' '}
        {Math.round(reply.milliseconds)} ms
      </p>
      {reply.body && <Code text={reply.body} label="The answer" />}
    </>
  );
}
