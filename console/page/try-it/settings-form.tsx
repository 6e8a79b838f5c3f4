import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { Field } from '../ui/field';
import { DEFAULT_THRESHOLDS, regionsOf, type Settings } from './settings';

interface SettingsProps {
  settings: Settings;
  onChange: (settings: Settings) => void;
}

export function SettingsForm({ settings, onChange }: SettingsProps): JSX.Element {
  const change = (changed: Partial<Settings>) => onChange({ ...settings, ...changed });
  return (
    <details class="card settings">
      <summary>Settings</summary>
      <Regions onChange={(regions) => change({ regions })} />
      <Check
        label="Only plates in a format of these regions"
        checked={settings.onlyRegions}
        disabled={settings.regions.length === 0}
        onChange={(onlyRegions) => change({ onlyRegions })}
      />
      <Mode mode={settings.mode} onChange={(mode) => change({ mode })} />
      <Threshold
        label="Least score of a detection"
        fallback={DEFAULT_THRESHOLDS.detection}
        value={settings.detection}
        onChange={(detection) => change({ detection })}
      />
      <Threshold
        label="Least score of a reading"
        fallback={DEFAULT_THRESHOLDS.reading}
        value={settings.reading}
        onChange={(reading) => change({ reading })}
      />
      <Check
        label="Make, model and colour"
        checked={settings.mmc}
        onChange={(mmc) => change({ mmc })}
      />
      <Check
        label="Vehicles without a plate too"
        checked={settings.vehicles}
        onChange={(vehicles) => change({ vehicles })}
      />
      <Check
        label="Corners, characters, and why nothing was found"
        checked={settings.detail}
        onChange={(detail) => change({ detail })}
      />
    </details>
  );
}

function Regions({ onChange }: { onChange: (regions: string[]) => void }): JSX.Element {
  const [text, setText] = useState('');
  return (
    <Field label="Regions" hint="Where plates are likely from, such as fr, us-ca. Three or four are best.">
      {(attributes) => (
        <input
          {...attributes}
          value={text}
          spellcheck={false}
          autocapitalize="off"
          autocomplete="off"
          onInput={(event) => {
            setText(event.currentTarget.value);
            onChange(regionsOf(event.currentTarget.value));
          }}
        />
      )}
    </Field>
  );
}

function Mode({ mode, onChange }: { mode: Settings['mode']; onChange: (mode: Settings['mode']) => void }): JSX.Element {
  return (
    <Field label="Mode">
      {(attributes) => (
        <select
          {...attributes}
          value={mode}
          onChange={(event) => onChange(event.currentTarget.value as Settings['mode'])}
        >
          <option value="">Normal</option>
          <option value="fast">Fast: looks only once</option>
          <option value="redaction">Redaction: misses fewer plates</option>
        </select>
      )}
    </Field>
  );
}

interface ThresholdProps {
  label: string;
  fallback: number;
  value: number | undefined;
  onChange: (value: number) => void;
}

function Threshold({ label, fallback, value, onChange }: ThresholdProps): JSX.Element {
  const shown = value ?? fallback;
  return (
    <Field label={`${label}: ${shown.toFixed(2)}`}>
      {(attributes) => (
        <input
          {...attributes}
          type="range"
          min="0"
          max="1"
          step="0.05"
          value={shown}
          onInput={(event) => onChange(Number(event.currentTarget.value))}
        />
      )}
    </Field>
  );
}

interface CheckProps {
  label: string;
  checked: boolean;
  disabled?: boolean;
  onChange: (checked: boolean) => void;
}

function Check({ label, checked, disabled = false, onChange }: CheckProps): JSX.Element {
  return (
    <label class="check">
      <input
        type="checkbox"
        checked={checked}
        disabled={disabled}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
      {label}
    </label>
  );
}
