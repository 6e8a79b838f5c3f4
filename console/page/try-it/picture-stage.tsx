import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { Icon } from '../ui/icons';
import { Overlay } from './overlay';
import type { Reading } from './reading';
import street from './street.webp';

const TYPES = 'image/jpeg,image/png,image/webp,image/bmp,image/gif,image/tiff';

interface StageProps {
  picture: File | undefined;
  size: { width: number; height: number } | undefined;
  readings: Reading[];
  busy: boolean;
  onPicture: (picture: File) => void;
}

/** Takes a picture by choosing, dropping, pasting or the camera, and shows it with what was read. */
export function PictureStage({ picture, size, readings, busy, onPicture }: StageProps): JSX.Element {
  const [over, setOver] = useState(false);
  usePastedPicture(onPicture);
  return (
    <div
      class={`stage ${over ? 'over' : ''} ${picture ? 'filled' : ''}`}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        take(event.dataTransfer, onPicture);
      }}
    >
      <div class="canvas" aria-busy={busy}>
        {picture ? <Shown picture={picture} size={size} readings={readings} /> : <Empty />}
      </div>
      <Choices onPicture={onPicture} />
    </div>
  );
}

function Empty(): JSX.Element {
  return (
    <div class="empty">
      <Icon name="picture" />
      <p>
        <strong>Drop a picture here,</strong> or paste one
      </p>
    </div>
  );
}

function Shown({ picture, size, readings }: Pick<StageProps, 'size' | 'readings'> & { picture: File }): JSX.Element {
  const address = useAddress(picture);
  const [undrawable, setUndrawable] = useState(false);
  useEffect(() => setUndrawable(false), [address]);
  return (
    <div class="picture">
      {undrawable ? (
        <p class="undrawable">{picture.name}: this browser can't draw such a picture; the service reads it all the same.</p>
      ) : (
        <img src={address} alt={`Your picture ${picture.name}`} onError={() => setUndrawable(true)} />
      )}
      {size && !undrawable && <Overlay size={size} readings={readings} />}
    </div>
  );
}

function Choices({ onPicture }: Pick<StageProps, 'onPicture'>): JSX.Element {
  return (
    <div class="choose">
      <FileButton label="Choose a picture" kind="primary" onPicture={onPicture} />
      <FileButton label="Use the camera" kind="phone" onPicture={onPicture} camera />
      <button type="button" onClick={() => void example().then(onPicture)}>
        Take our example
      </button>
    </div>
  );
}

interface FileButtonProps {
  label: string;
  kind: string;
  camera?: boolean;
  onPicture: (picture: File) => void;
}

/** A button that opens the browser's own file dialogue or, on phones, the camera. */
function FileButton({ label, kind, camera = false, onPicture }: FileButtonProps): JSX.Element {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <button class={kind} type="button" onClick={() => input.current?.click()}>
        {label}
      </button>
      <input
        ref={input}
        type="file"
        hidden
        aria-label={label}
        accept={TYPES}
        {...(camera ? { capture: 'environment' as const } : {})}
        onChange={(event) => {
          const [chosen] = event.currentTarget.files ?? [];
          event.currentTarget.value = '';
          if (chosen) {
            onPicture(chosen);
          }
        }}
      />
    </>
  );
}

/** An address of the file for the browser; given back when the picture changes. */
function useAddress(picture: File): string | undefined {
  const [address, setAddress] = useState<string>();
  useEffect(() => {
    const made = URL.createObjectURL(picture);
    setAddress(made);
    return () => URL.revokeObjectURL(made);
  }, [picture]);
  return address;
}

function usePastedPicture(onPicture: (picture: File) => void): void {
  useEffect(() => {
    const paste = (event: ClipboardEvent) => take(event.clipboardData, onPicture);
    document.addEventListener('paste', paste);
    return () => document.removeEventListener('paste', paste);
  });
}

function take(data: DataTransfer | null, onPicture: (picture: File) => void): void {
  const picture = [...(data?.files ?? [])].find((file) => file.type.startsWith('image/'));
  if (picture) {
    onPicture(picture);
  }
}

async function example(): Promise<File> {
  const response = await fetch(street);
  return new File([await response.blob()], 'street.webp', { type: 'image/webp' });
}
