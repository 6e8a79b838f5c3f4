import type { JSX } from 'preact';
import type { PlateReaderAnswer } from '../api/types';
import { percent } from '../ui/words';
import { type Plate, type Reading, readings, reasonInWords, type Vehicle } from './reading';

const COUNTRY = new Intl.DisplayNames('en', { type: 'region', fallback: 'code' });

/** What was read, in words. */
export function ReadingList({ answer }: { answer: PlateReaderAnswer }): JSX.Element {
  const found = readings(answer);
  if (found.length === 0) {
    return <p class="none">{reasonInWords(answer.reason)}</p>;
  }
  return (
    <ol class="readings">
      {found.map((reading, i) => (
        <li key={i}>
          <ReadingEntry reading={reading} />
        </li>
      ))}
    </ol>
  );
}

function ReadingEntry({ reading: { plate, vehicle } }: { reading: Reading }): JSX.Element {
  return (
    <>
      {plate ? <PlateEntry plate={plate} /> : <p class="none">No plate on this vehicle</p>}
      <dl>
        {plate && (
          <>
            <dt>Reading</dt>
            <dd>{percent(plate.score)}</dd>
            <dt>Detection</dt>
            <dd>{percent(plate.detection)}</dd>
          </>
        )}
        {plate?.region && (
          <>
            <dt>Region</dt>
            <dd>
              {regionName(plate.region.code)} <small>{percent(plate.region.score)}</small>
            </dd>
          </>
        )}
        {vehicle && <VehicleTerms vehicle={vehicle} />}
        {plate && plate.candidates.length > 1 && (
          <>
            <dt>Or else</dt>
            <dd>
              {plate.candidates.slice(1, 4).map(({ text, score }) => (
                <span class="candidate" key={text}>
                  <code>{text}</code> <small>{percent(score)}</small>
                </span>
              ))}
            </dd>
          </>
        )}
      </dl>
    </>
  );
}

/** The plate's text, below each character how sure it is. */
function PlateEntry({ plate }: { plate: Plate }): JSX.Element {
  if (plate.characters.length === 0) {
    return <p class="plate">{plate.text}</p>;
  }
  return (
    <p class="plate">
      <span class="out-of-sight">{plate.text}: </span>
      {plate.characters.map(({ char, score }, i) => (
        <span class="character" key={i} title={percent(score)}>
          <span>{char}</span>
          <meter min={0} max={1} low={0.6} high={0.9} optimum={1} value={score} aria-label={`${char}, ${percent(score)}`} />
        </span>
      ))}
    </p>
  );
}

function VehicleTerms({ vehicle }: { vehicle: Vehicle }): JSX.Element {
  const kind = { name: 'Vehicle', value: vehicle.type === 'Unknown' ? 'Kind not known' : vehicle.type, score: vehicle.score };
  return (
    <>
      {[kind, ...vehicle.traits].map(({ name, value, score }) => (
        <>
          <dt>{name}</dt>
          <dd>
            {value} <small>{percent(score)}</small>
          </dd>
        </>
      ))}
    </>
  );
}

/** `us-ca` is California of the United States; browsers know names of countries only. */
function regionName(code: string): string {
  const [country = '', part] = code.split('-');
  try {
    const name = COUNTRY.of(country.toUpperCase()) ?? code;
    return part ? `${name}, ${part.toUpperCase()}` : name;
  } catch {
    return code;
  }
}
