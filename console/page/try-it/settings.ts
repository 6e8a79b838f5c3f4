/** What a person asks of the engine beside the picture; empty and undefined stand for the engine's own defaults. */
export interface Settings {
  regions: string[];
  onlyRegions: boolean;
  mode: '' | 'fast' | 'redaction';
  vehicles: boolean;
  mmc: boolean;
  detail: boolean;
  detection?: number;
  reading?: number;
}

export const DEFAULTS: Settings = {
  regions: [],
  onlyRegions: false,
  mode: '',
  vehicles: false,
  mmc: false,
  detail: true,
};

/** Least scores where nothing else is said; as in openapi.yml. */
export const DEFAULT_THRESHOLDS = { detection: 0.2, reading: 0.6 };

/** Form fields of a call, in the order in which they are sent; none where the default will do. */
export function fieldsOf(settings: Settings): [name: string, value: string][] {
  const fields: [string, string][] = [];
  if (settings.regions.length > 0) {
    fields.push(['regions', settings.regions.join(',')]);
  }
  if (settings.mmc) {
    fields.push(['mmc', 'true']);
  }
  const config = configOf(settings);
  if (Object.keys(config).length > 0) {
    fields.push(['config', JSON.stringify(config)]);
  }
  return fields;
}

function configOf(settings: Settings): Record<string, unknown> {
  return {
    ...(settings.onlyRegions && settings.regions.length > 0 && { region: 'strict' }),
    ...(settings.mode && { mode: settings.mode }),
    ...(settings.vehicles && { detection_mode: 'vehicle' }),
    ...(settings.detection !== undefined && { threshold_d: settings.detection }),
    ...(settings.reading !== undefined && { threshold_o: settings.reading }),
    ...(settings.detail && { detail: 'full' }),
  };
}

/** Codes out of what was typed: parted by blanks or commas, `us_ca` for `us-ca`. */
export function regionsOf(text: string): string[] {
  return text
    .toLowerCase()
    .replaceAll('_', '-')
    .split(/[\s,;]+/)
    .filter(Boolean);
}
