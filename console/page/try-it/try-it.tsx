import type { JSX } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { Code } from '../ui/code';
import { Failure, Notice } from '../ui/notice';
import { Tabs } from '../ui/tabs';
import { CodeSamples } from './code-samples';
import { PictureStage } from './picture-stage';
import { ReadingList } from './reading-list';
import { type Outcome, readPlates } from './read-plates';
import { readings } from './reading';
import { DEFAULTS, type Settings } from './settings';
import { SettingsForm } from './settings-form';
import { TokenField } from './token-field';

const TABS = [
  ['plates', 'Plates'],
  ['json', 'JSON'],
  ['code', 'Code'],
] as const;

/** A picture, what is read in it, and the call that reads it. */
export function TryItPage(): JSX.Element {
  const [settings, setSettings] = useState<Settings>(DEFAULTS);
  const [tab, setTab] = useState<(typeof TABS)[number][0]>('plates');
  const { picture, outcome, error, busy, read } = useReading(settings);
  return (
    <section class="try-it">
      <h1>Try it</h1>
      <div class="columns">
        <div>
          <TokenField />
          <PictureStage
            picture={picture}
            size={outcome && sizeOf(outcome)}
            readings={outcome ? readings(outcome.answer) : []}
            busy={busy}
            onPicture={(chosen) => void read(chosen)}
          />
        </div>
        <div class="card outcome">
          <Summary outcome={outcome} error={error} busy={busy} />
          <Tabs label="Result" tabs={TABS} chosen={tab} onChoose={setTab}>
            {tab === 'code' && <CodeSamples settings={settings} picture={picture?.name || 'car.jpg'} />}
            {tab === 'json' && <Json outcome={outcome} />}
            {tab === 'plates' && (outcome ? <ReadingList answer={outcome.answer} /> : <p class="none">Nothing read yet</p>)}
          </Tabs>
        </div>
        <div>
          <SettingsForm settings={settings} onChange={setSettings} />
          {picture && (
            <button type="button" aria-busy={busy} onClick={() => void read(picture)}>
              Read again with these settings
            </button>
          )}
        </div>
      </div>
    </section>
  );
}

/** The picture that is being read, and what came of it; an answer that a later picture has overtaken is dropped. */
function useReading(settings: Settings) {
  const [picture, setPicture] = useState<File>();
  const [outcome, setOutcome] = useState<Outcome>();
  const [error, setError] = useState<unknown>();
  const [busy, setBusy] = useState(false);
  const latest = useRef(0);
  const read = async (chosen: File) => {
    const turn = ++latest.current;
    setPicture(chosen);
    setOutcome(undefined);
    setError(undefined);
    setBusy(true);
    const [done, failure] = await readPlates(chosen, settings).then(
      (value) => [value, undefined] as const,
      (reason: unknown) => [undefined, reason] as const,
    );
    if (turn === latest.current) {
      setOutcome(done);
      setError(failure);
      setBusy(false);
    }
  };
  return { picture, outcome, error, busy, read };
}

/** One line that a screen reader reads out when an answer comes. */
function Summary({ outcome, error, busy }: { outcome: Outcome | undefined; error: unknown; busy: boolean }): JSX.Element {
  return (
    <div class="summary" aria-live="polite">
      {busy && <p>Reading …</p>}
      {error !== undefined && <Failure error={error} />}
      {outcome && <p>{inWords(outcome)}</p>}
      {outcome?.warnings.map((warning) => (
        <Notice key={warning} kind="warning">
          {warning}
        </Notice>
      ))}
      {!busy && !outcome && error === undefined && <p>The answer comes here.</p>}
    </div>
  );
}

function inWords({ answer, milliseconds }: Outcome): string {
  const plates = readings(answer).filter((reading) => reading.plate).length;
  const found = plates === 0 ? 'No plate' : plates === 1 ? 'One plate' : `${plates} plates`;
  return `${found}, read in ${Math.round(answer.processing_time)} ms; ${Math.round(milliseconds)} ms with the way there and back`;
}

function Json({ outcome }: { outcome: Outcome | undefined }): JSX.Element {
  return outcome ? (
    <Code text={JSON.stringify(outcome.answer, null, 2)} label="The answer as JSON" />
  ) : (
    <p class="none">Nothing read yet</p>
  );
}

function sizeOf({ answer }: Outcome): { width: number; height: number } | undefined {
  return answer.image_width && answer.image_height
    ? { width: answer.image_width, height: answer.image_height }
    : undefined;
}
