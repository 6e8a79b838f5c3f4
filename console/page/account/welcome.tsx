import type { JSX } from 'preact';
import street from '../try-it/street.webp';
import { MailForm } from './mail-form';

/** What a person sees who has never been here. */
export function WelcomePage(): JSX.Element {
  return (
    <section class="welcome">
      <div class="pitch">
        <h1>Licence plates, read from pictures</h1>
        <p class="lead">
          Send a photograph, get the plate, where it is and how sure we are. It speaks the Snapshot API: clients that you have work by
          changing the address.
        </p>
        <MailForm path="/v1/accounts" action="Sign up" next="Confirm the address" />
        <p class="aside">
          <a href="/try">Try it with a token</a>
          <a href="/docs">API docs</a>
        </p>
      </div>
      <figure class="example">
        <img src={street} width="1152" height="864" alt="A drawn street; the plate of the car in front is outlined." />
        <svg viewBox="0 0 1152 864" aria-hidden="true">
          <rect class="plate-outline" x="548" y="501" width="117" height="32" rx="3" />
        </svg>
        <figcaption>
          <span class="plate">LE322SB</span>
          <span class="chip">read with a score of 0.999</span>
        </figcaption>
      </figure>
    </section>
  );
}
