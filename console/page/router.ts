import { createStore, useStore } from './store';

const path = createStore(currentPath());

/** The path in the browser's address, without its last slash. */
export function currentPath(): string {
  return location.pathname.replace(/\/+$/, '') || '/';
}

/** The path of the page that is shown, without its last slash. */
export function usePath(): string {
  return useStore(path);
}

/** Shows the page of another path. */
export function go(to: string): void {
  if (to !== location.pathname + location.hash) {
    history.pushState(null, '', to);
  }
  path.set(currentPath());
  scrollTo(0, 0);
}

/** Takes links within the console over from the browser, so that the page need not load again. */
export function startRouter(): void {
  addEventListener('popstate', () => path.set(currentPath()));
  document.addEventListener('click', (event) => {
    const link = (event.target as Element).closest?.('a');
    if (link && isOurs(link) && !event.defaultPrevented && isPlainClick(event)) {
      event.preventDefault();
      go(link.pathname + link.hash);
    }
  });
}

function isOurs(link: HTMLAnchorElement): boolean {
  const toAnchor = link.pathname === location.pathname && link.hash !== '';
  return link.origin === location.origin && !link.target && !link.hasAttribute('download') && !toAnchor;
}

function isPlainClick(event: MouseEvent): boolean {
  return event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;
}
