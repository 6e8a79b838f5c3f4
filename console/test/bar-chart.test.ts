import { expect, test } from 'vitest';
import { niceCeiling } from '../page/usage/bar-chart';

test.each([
  [0, 4],
  [1, 4],
  [4, 4],
  [5, 8],
  [21, 24],
  [83, 120],
  [2500, 3200],
  [1_000_000, 1_200_000],
])('chart for %i calls ends at %i', (calls, top) => {
  expect(niceCeiling(calls)).toBe(top);
  expect(niceCeiling(calls) % 4).toBe(0);
});
