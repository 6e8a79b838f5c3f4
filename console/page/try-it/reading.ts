import type { Box, Character, PlateReaderAnswer, PlateResult, Point, VehicleResult } from '../api/types';

/** One result as the page draws it, whichever shape the answer had. */
export interface Reading {
  plate?: Plate;
  vehicle?: Vehicle;
}

export interface Plate {
  /** As it stands on the plate, in upper case. */
  text: string;
  score: number;
  detection: number;
  box: Box;
  /** Top left, top right, bottom right, bottom left; the box's own where the answer has none. */
  corners: Point[];
  characters: Character[];
  region?: { code: string; score: number };
  candidates: { text: string; score: number }[];
}

export interface Vehicle {
  type: string;
  score: number;
  box: Box;
  /** Make, colour and so on: what it is, the best guess, and its score. */
  traits: { name: string; value: string; score: number }[];
}

export function readings(answer: PlateReaderAnswer): Reading[] {
  return answer.results.map((result) => (isClassic(result) ? ofPlateResult(result) : ofVehicleResult(result)));
}

function isClassic(result: PlateResult | VehicleResult): result is PlateResult {
  return typeof result.plate === 'string';
}

function ofPlateResult(result: PlateResult): Reading {
  const region = result.region.code === 'unknown' ? undefined : result.region;
  return {
    plate: {
      text: result.plate.toUpperCase(),
      score: result.score,
      detection: result.dscore,
      box: result.box,
      corners: result.corners ?? cornersOf(result.box),
      characters: result.characters ?? [],
      ...(region && { region }),
      candidates: result.candidates.map((each) => ({ text: each.plate.toUpperCase(), score: each.score })),
    },
    ...(result.vehicle.score > 0 && {
      vehicle: {
        type: result.vehicle.type,
        score: result.vehicle.score,
        box: result.vehicle.box,
        traits: [
          ...makes(result.model_make),
          ...best('Colour', result.color?.map((each) => ({ value: each.color, score: each.score }))),
          ...best('Seen from', result.orientation?.map((each) => ({ value: each.orientation, score: each.score }))),
        ],
      },
    }),
  };
}

function ofVehicleResult({ plate, vehicle }: VehicleResult): Reading {
  const [text] = plate?.props.plate ?? [];
  const [region] = plate?.props.region ?? [];
  return {
    ...(plate && {
      plate: {
        text: (text?.value ?? '').toUpperCase(),
        score: text?.score ?? 0,
        detection: plate.score,
        box: plate.box,
        corners: plate.corners ?? cornersOf(plate.box),
        characters: plate.characters ?? [],
        ...(region && region.value !== 'unknown' && { region: { code: region.value, score: region.score } }),
        candidates: plate.props.plate.map((each) => ({ text: each.value.toUpperCase(), score: each.score })),
      },
    }),
    ...(vehicle && {
      vehicle: {
        type: vehicle.type,
        score: vehicle.score,
        box: vehicle.box,
        traits: [
          ...makes(vehicle.props.make_model),
          ...best('Colour', vehicle.props.color),
          ...best('Seen from', vehicle.props.orientation),
        ],
      },
    }),
  };
}

function makes(guesses: { make: string; model: string; score: number }[] | undefined): Vehicle['traits'] {
  return best('Make', guesses?.map((each) => ({ value: `${each.make} ${each.model}`.trim(), score: each.score })));
}

function best(name: string, guesses: { value: string; score: number }[] | undefined): Vehicle['traits'] {
  const [first] = guesses ?? [];
  // Snapshot: what is not known is called so, with a score of 0.
  return first && first.score > 0 ? [{ name, value: first.value, score: first.score }] : [];
}

function cornersOf(box: Box): Point[] {
  return [
    { x: box.xmin, y: box.ymin },
    { x: box.xmax, y: box.ymin },
    { x: box.xmax, y: box.ymax },
    { x: box.xmin, y: box.ymax },
  ];
}

const REASONS: Record<string, string> = {
  no_vehicle: 'There is no vehicle in the picture, and no plate.',
  no_plate: 'There is a vehicle, but no plate on it.',
  too_small: 'There is a plate, but it is too small to read. Come closer, or send a larger picture.',
  below_threshold: 'There is something that looks like a plate, but its scores are below the thresholds.',
  format_mismatch: 'There is a plate, but it fits none of the formats that you asked for.',
};

/** Why nothing was found, in words. */
export function reasonInWords(reason: string | undefined): string {
  return REASONS[reason ?? ''] ?? 'No plate was found.';
}
