import { expect, test } from 'vitest';
import { DEFAULTS, fieldsOf, regionsOf } from '../page/try-it/settings';

test('defaults, without detail, send nothing', () => {
  expect(fieldsOf({ ...DEFAULTS, detail: false })).toEqual([]);
});

test('each setting has its place in the form', () => {
  const settings = { ...DEFAULTS, regions: ['fr', 'gb'], onlyRegions: true, mode: 'fast', vehicles: true, mmc: true, detection: 0, reading: 0.5 } as const;
  expect(fieldsOf({ ...settings, regions: [...settings.regions] })).toEqual([
    ['regions', 'fr,gb'],
    ['mmc', 'true'],
    ['config', '{"region":"strict","mode":"fast","detection_mode":"vehicle","threshold_d":0,"threshold_o":0.5,"detail":"full"}'],
  ]);
});

test('strictness, without regions, is not asked for', () => {
  expect(fieldsOf({ ...DEFAULTS, detail: false, onlyRegions: true })).toEqual([]);
});

test.each([
  ['', []],
  ['FR', ['fr']],
  [' fr, us_ca;gb ', ['fr', 'us-ca', 'gb']],
])('regions typed as %j are %j', (typed, regions) => {
  expect(regionsOf(typed)).toEqual(regions);
});
