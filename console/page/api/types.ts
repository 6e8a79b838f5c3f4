/** What the server answers, as openapi.yml says; only the fields that the page uses. */

export interface Box {
  xmin: number;
  ymin: number;
  xmax: number;
  ymax: number;
}

export interface Point {
  x: number;
  y: number;
}

export interface Character {
  char: string;
  score: number;
  box: Box;
}

/** A plate in an answer of version 1. */
export interface PlateResult {
  box: Box;
  plate: string;
  score: number;
  dscore: number;
  region: { code: string; score: number };
  vehicle: { type: string; score: number; box: Box };
  candidates: { plate: string; score: number }[];
  corners?: Point[];
  characters?: Character[];
  model_make?: { make: string; model: string; score: number }[];
  color?: { color: string; score: number }[];
  orientation?: { orientation: string; score: number }[];
}

interface Guess {
  value: string;
  score: number;
}

/** A vehicle, its plate, or both, in an answer to `detection_mode: vehicle`. */
export interface VehicleResult {
  plate: {
    type: string;
    score: number;
    box: Box;
    props: { plate: Guess[]; region: Guess[] };
    corners?: Point[];
    characters?: Character[];
  } | null;
  vehicle: {
    type: string;
    score: number;
    box: Box;
    props: {
      make_model?: { make: string; model: string; score: number }[];
      orientation?: Guess[];
      color?: Guess[];
    };
  } | null;
}

export interface PlateReaderAnswer {
  processing_time: number;
  results: (PlateResult | VehicleResult)[];
  image_width?: number;
  image_height?: number;
  usage?: { calls: number; max_calls: number };
  reason?: string;
}

export interface Member {
  id: string;
  email: string;
  role: 'owner' | 'admin';
  created: string;
}

export interface PlanTerms {
  name: string;
  calls: number;
  per_second: number;
  mmc: boolean;
}

export interface Me {
  account: { id: string; email: string; state: string; created: string };
  member: Member;
  plan: PlanTerms;
}

export interface PlanAnswer {
  current: PlanTerms;
  planned?: { plan: PlanTerms; from: string };
  offers: PlanTerms[];
}

export interface Token {
  id: string;
  name: string;
  last_four: string;
  created: string;
  revoked?: string;
}

export interface NewToken {
  id: string;
  name: string;
  token: string;
  created: string;
}

export interface Statistics {
  usage: { month: number; calls: number; year: number; resets_on: string };
  total_calls: number;
}

export interface DailyStatistics {
  from: string;
  to: string;
  calls: number;
  days: { day: string; calls: number }[];
}

export interface SessionLine {
  id: string;
  current: boolean;
  created: string;
  refreshed: string;
  address?: string;
}

export interface AuditAnswer {
  entries: { id: string; at: string; actor: string; action: string; subject?: string; address?: string }[];
  next?: string;
}

export interface Webhook {
  id: number;
  target: string;
  image: 'none' | 'original' | 'vehicle';
  cameras: string[];
  regions: string[];
  only_with_plates: boolean;
  /** Name of the header that is sent along; its value is never told. */
  header: string | null;
  enabled: boolean;
  created_at: string;
  failures: number;
  failing_since: string | null;
  switched_off_at: string | null;
  previous_secret_until: string | null;
  /** Only in the answer that makes it. */
  secret?: string;
}

export interface Delivery {
  event: string;
  attempt: number;
  at: string;
  status: number | null;
  milliseconds: number;
  answer: string;
  problem: string | null;
  next_attempt_at: string | null;
}

export interface DeadLetter {
  event: string;
  attempts: number;
  died_at: string;
  reason: string;
}
