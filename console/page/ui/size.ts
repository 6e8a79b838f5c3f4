import { type RefObject } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';

export interface Size {
  width: number;
  height: number;
}

/** An element's size on the screen, for what is drawn in it; undefined until it is there. */
export function useSize<E extends Element>(): [RefObject<E | null>, Size | undefined] {
  const element = useRef<E>(null);
  const [size, setSize] = useState<Size>();
  useEffect(() => {
    const watch = new ResizeObserver(([entry]) => {
      if (entry?.contentRect.width) {
        setSize({ width: entry.contentRect.width, height: entry.contentRect.height });
      }
    });
    if (element.current) {
      watch.observe(element.current);
    }
    return () => watch.disconnect();
  }, []);
  return [element, size];
}
