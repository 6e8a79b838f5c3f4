import type { JSX } from 'preact';
import { useSize } from '../ui/size';
import { count, day } from '../ui/words';

const HEIGHT = 220;
const LEFT = 56;
const BOTTOM = 24;
const LINES = 4;
/** Room that the label of a day needs. */
const LABEL = 64;

interface BarChartProps {
  days: { day: string; calls: number }[];
}

/** Calls by day. The same numbers stand in a table for those who can't see it. */
export function BarChart({ days }: BarChartProps): JSX.Element {
  const top = niceCeiling(Math.max(...days.map(({ calls }) => calls), 1));
  const [drawing, size] = useSize<SVGSVGElement>();
  const width = size?.width ?? 720;
  const step = (width - LEFT) / Math.max(days.length, 1);
  const y = (calls: number) => 8 + (HEIGHT - BOTTOM - 8) * (1 - calls / top);
  return (
    <svg
      ref={drawing}
      class="bars"
      viewBox={`0 0 ${width} ${HEIGHT}`}
      role="img"
      aria-label="Calls by day; the table below has the numbers"
    >
      {gridLines(top).map((value) => (
        <g key={value}>
          <line x1={LEFT} x2={width} y1={y(value)} y2={y(value)} />
          <text x={LEFT - 8} y={y(value) + 4} text-anchor="end">
            {count(value)}
          </text>
        </g>
      ))}
      {days.map(({ day: date, calls }, i) => (
        <rect key={date} x={LEFT + step * (i + 0.14)} width={step * 0.72} y={y(calls)} height={y(0) - y(calls)} rx={Math.min(3, step / 5)}>
          <title>{`${day(date)}: ${count(calls)}`}</title>
        </rect>
      ))}
      {labelled(days.length, width).map((i) => (
        <text key={i} x={LEFT + step * (i + 0.5)} y={HEIGHT - 6} text-anchor="middle">
          {days[i]?.day.slice(5)}
        </text>
      ))}
    </svg>
  );
}

/** The least round number that holds the value and is a multiple of four, so that all grid lines are whole. */
export function niceCeiling(value: number): number {
  const quarter = Math.max(value / LINES, 1);
  const power = 10 ** Math.floor(Math.log10(quarter));
  const factor = [1, 2, 3, 4, 5, 6, 8, 10].find((each) => each * power >= quarter) ?? 10;
  return factor * power * LINES;
}

function gridLines(top: number): number[] {
  return Array.from({ length: LINES + 1 }, (_, i) => (top / LINES) * i);
}

/** Days that get a label: as many as have room, evenly. */
function labelled(days: number, width: number): number[] {
  const every = Math.max(Math.ceil((days * LABEL) / (width - LEFT)), 1);
  return Array.from({ length: days }, (_, i) => i).filter((i) => i % every === 0);
}
