import type { JSX } from 'preact';
import type { Box, Point } from '../api/types';
import { type Size, useSize } from '../ui/size';
import { percent } from '../ui/words';
import type { Plate, Reading, Vehicle } from './reading';

interface OverlayProps {
  /** Of the upright picture, in pixels: the unit of all boxes. */
  size: Size;
  readings: Reading[];
}

/** Boxes, corners and characters over the picture; the list beside it says the same in words. */
export function Overlay({ size, readings }: OverlayProps): JSX.Element {
  const [drawing, shown] = useSize<SVGSVGElement>();
  // Six pixels of the screen in those of the picture: letters keep their size whatever that of the picture.
  const unit = 6 * (shown ? Math.max(size.width / shown.width, size.height / shown.height) : 1);
  return (
    <svg ref={drawing} class="overlay" viewBox={`0 0 ${size.width} ${size.height}`} aria-hidden="true">
      {readings.map(({ vehicle }, i) => vehicle && <VehicleMark key={`v${i}`} vehicle={vehicle} unit={unit} />)}
      {readings.map(({ plate }, i) => plate && <PlateMark key={`p${i}`} plate={plate} unit={unit} size={size} />)}
    </svg>
  );
}

function VehicleMark({ vehicle, unit }: { vehicle: Vehicle; unit: number }): JSX.Element {
  const { xmin, ymin } = vehicle.box;
  const words = [vehicle.type === 'Unknown' ? 'Vehicle' : vehicle.type, ...vehicle.traits.map((trait) => trait.value)];
  return (
    <g class="vehicle-mark">
      <BoxMark box={vehicle.box} radius={unit} />
      <Label x={xmin} y={Math.max(ymin - unit * 0.6, unit * 2.4)} unit={unit} text={words.join(', ')} />
    </g>
  );
}

function PlateMark({ plate, unit, size }: { plate: Plate; unit: number } & Pick<OverlayProps, 'size'>): JSX.Element {
  const below = plate.box.ymax + unit * 4.2 < size.height;
  const y = below ? plate.box.ymax + unit * 3.6 : plate.box.ymin - unit * 0.9;
  return (
    <g class="plate-mark">
      <polygon points={points(plate.corners)} />
      {plate.characters.map((character, i) => (
        <BoxMark key={i} box={character.box} radius={0} />
      ))}
      {plate.corners.map((corner, i) => (
        <circle key={i} cx={corner.x} cy={corner.y} r={unit * 0.35} />
      ))}
      <Label x={plate.box.xmin} y={y} unit={unit * 1.25} text={`${plate.text}  ${percent(plate.score)}`} />
    </g>
  );
}

function BoxMark({ box, radius }: { box: Box; radius: number }): JSX.Element {
  const { xmin, ymin, xmax, ymax } = box;
  return <rect x={xmin} y={ymin} width={xmax - xmin} height={ymax - ymin} rx={radius} />;
}

/** Text with a halo, so that it can be read on any picture; `unit` is about half its height. */
function Label({ x, y, unit, text }: { x: number; y: number; unit: number; text: string }): JSX.Element {
  return (
    <text x={x} y={y} font-size={unit * 2.2} stroke-width={unit * 0.7}>
      {text}
    </text>
  );
}

function points(corners: Point[]): string {
  return corners.map(({ x, y }) => `${x},${y}`).join(' ');
}
