import type { ComponentChildren, JSX } from 'preact';
import { useState } from 'preact/hooks';
import { Dialog } from './dialog';
import { Form, useSubmission } from './form';
import { describe } from './notice';

interface ActionProps {
  label: string;
  /** For screen readers, where several such buttons stand in a table. */
  of?: string;
  kind?: string;
  onDo: () => Promise<void>;
}

/** A button that does something at once, and says below itself if it failed. */
export function Action({ label, of, kind = 'quiet', onDo }: ActionProps): JSX.Element {
  const submission = useSubmission();
  return (
    <>
      <button
        class={kind}
        type="button"
        aria-label={of && `${label} ${of}`}
        aria-busy={submission.busy}
        onClick={() => submission.busy || void submission.run(onDo)}
      >
        {label}
      </button>
      {submission.error !== undefined && (
        <span class="wrong" role="alert">
          {describe(submission.error)}
        </span>
      )}
    </>
  );
}

interface ConfirmedActionProps extends ActionProps {
  question: string;
  children: ComponentChildren;
}

/** A button that asks before it does something that can't be taken back. */
export function ConfirmedAction({ label, of, kind = 'quiet', question, onDo, children }: ConfirmedActionProps): JSX.Element {
  const [asking, setAsking] = useState(false);
  const submission = useSubmission();
  return (
    <>
      <button class={kind} type="button" aria-label={of && `${label} ${of}`} onClick={() => setAsking(true)}>
        {label}
      </button>
      {asking && (
        <Dialog title={question} onClose={() => setAsking(false)}>
          {children}
          <Form
            submission={submission}
            action={label}
            kind="danger"
            onSubmit={async () => {
              await onDo();
              setAsking(false);
            }}
          />
        </Dialog>
      )}
    </>
  );
}
