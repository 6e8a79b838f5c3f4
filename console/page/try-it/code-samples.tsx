import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { knownToken } from '../api/credential';
import { HAS_ACCOUNTS } from '../api/edition';
import { useStore } from '../store';
import { Code } from '../ui/code';
import { SAMPLES } from './samples';
import { fieldsOf, type Settings } from './settings';

const REMEMBERED = 'matricula.language';

/** The call that the page makes, in the reader's language. */
export function CodeSamples({ settings, picture }: { settings: Settings; picture: string }): JSX.Element {
  const [language, setLanguage] = useState(() => localStorage.getItem(REMEMBERED) ?? 'curl');
  const token = useStore(knownToken);
  const sample = SAMPLES.find((each) => each.name === language) ?? SAMPLES[0]!;
  const choose = (name: string) => {
    localStorage.setItem(REMEMBERED, name);
    setLanguage(name);
  };
  const text = sample.write({
    url: `${location.origin}/v1/plate-reader/`,
    token: token || 'YOUR_TOKEN',
    picture,
    fields: fieldsOf(settings),
  });
  return (
    <>
      <div class="choices" role="group" aria-label="Language">
        {SAMPLES.map(({ name }) => (
          <button key={name} type="button" aria-pressed={name === sample.name} onClick={() => choose(name)}>
            {name}
          </button>
        ))}
      </div>
      <Code text={text} label={`The call in ${sample.name}`} />
      <p class="hint">
        Save it as <code>{sample.file}</code> beside the picture and run <code>{sample.run}</code>.
        {!HAS_ACCOUNTS && ' The on-premises edition looks at no token.'}
        {HAS_ACCOUNTS && !token && ' Put a token of yours in place of YOUR_TOKEN.'}
      </p>
    </>
  );
}
