import { expect, test } from 'vitest';
import type { PlateReaderAnswer } from '../page/api/types';
import { readings } from '../page/try-it/reading';

const BOX = { xmin: 10, ymin: 20, xmax: 30, ymax: 25 };
const NOWHERE = { xmin: 0, ymin: 0, xmax: 0, ymax: 0 };

function answer(...results: PlateReaderAnswer['results']): PlateReaderAnswer {
  return { processing_time: 1, results };
}

test('plate without vehicle, region or detail has its box for corners', () => {
  const [reading] = readings(
    answer({
      box: BOX,
      plate: 'ab12',
      score: 0.9,
      dscore: 0.8,
      region: { code: 'unknown', score: 0.01 },
      vehicle: { type: 'Unknown', score: 0, box: NOWHERE },
      candidates: [{ plate: 'ab12', score: 0.9 }],
    }),
  );
  expect(reading?.vehicle).toBeUndefined();
  expect(reading?.plate).toMatchObject({ text: 'AB12', characters: [] });
  expect(reading?.plate?.region).toBeUndefined();
  expect(reading?.plate?.corners[2]).toEqual({ x: 30, y: 25 });
});

test('vehicle of the first shape brings its best make, colour and side', () => {
  const [reading] = readings(
    answer({
      box: BOX,
      plate: 'ab12',
      score: 0.9,
      dscore: 0.8,
      region: { code: 'fr', score: 0.9 },
      vehicle: { type: 'Van', score: 0.7, box: BOX },
      candidates: [],
      model_make: [{ make: 'Fiat', model: 'Ducato', score: 0.6 }],
      color: [{ color: 'white', score: 0.8 }],
      orientation: [{ orientation: 'Rear', score: 0.9 }],
    }),
  );
  expect(reading?.vehicle?.traits.map((trait) => trait.value)).toEqual(['Fiat Ducato', 'white', 'Rear']);
});

test('vehicle without plate, in the second shape, stands alone', () => {
  const [reading] = readings(
    answer({ plate: null, vehicle: { type: 'Bus', score: 0.9, box: BOX, props: { color: [{ value: 'red', score: 0.5 }] } } }),
  );
  expect(reading?.plate).toBeUndefined();
  expect(reading?.vehicle).toMatchObject({ type: 'Bus', traits: [{ name: 'Colour', value: 'red', score: 0.5 }] });
});

test('what is not known of a vehicle is not told', () => {
  const [reading] = readings(
    answer({
      plate: null,
      vehicle: { type: 'Bus', score: 0.9, box: BOX, props: { make_model: [{ make: 'generic', model: 'Unknown', score: 0 }] } },
    }),
  );
  expect(reading?.vehicle?.traits).toEqual([]);
});

test('plate of the second shape takes text and region from its guesses', () => {
  const [reading] = readings(
    answer({
      plate: { type: 'Plate', score: 0.8, box: BOX, props: { plate: [{ value: 'ab12', score: 0.9 }], region: [{ value: 'fr', score: 0.6 }] } },
      vehicle: null,
    }),
  );
  expect(reading?.plate).toMatchObject({ text: 'AB12', score: 0.9, detection: 0.8, region: { code: 'fr' } });
});
