import type { ComponentType, JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { Failure } from '../ui/notice';

/** A page whose code is fetched when it is first shown. */
export function later(load: () => Promise<{ default: ComponentType }>): ComponentType {
  let View: ComponentType | undefined;
  return function Later(): JSX.Element {
    const [error, setError] = useState<unknown>();
    const [, setLoaded] = useState(View !== undefined);
    useEffect(() => {
      load().then((module) => {
        View = module.default;
        setLoaded(true);
      }, setError);
    }, []);
    if (error !== undefined) {
      return <Failure error={error} />;
    }
    return View ? <View /> : <div class="placeholder" aria-busy="true" />;
  };
}
