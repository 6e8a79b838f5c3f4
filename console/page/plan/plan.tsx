import type { JSX } from 'preact';
import { call, useSession } from '../api/session';
import type { PlanAnswer, PlanTerms } from '../api/types';
import { Action } from '../ui/action';
import { useLoaded, WhenLoaded } from '../ui/loaded';
import { Notice } from '../ui/notice';
import { count, day } from '../ui/words';

/** The plan in force and those that the owner may choose. */
export default function PlanPage(): JSX.Element {
  const plans = useLoaded(() => call<PlanAnswer>('/v1/accounts/me/plan'));
  return (
    <section class="plan-page">
      <h1>Plan</h1>
      <WhenLoaded loaded={plans}>{(value) => <Plans answer={value} onChange={plans.reload} />}</WhenLoaded>
    </section>
  );
}

function Plans({ answer, onChange }: { answer: PlanAnswer; onChange: () => Promise<void> }): JSX.Element {
  const session = useSession();
  const owner = session.state === 'signed-in' && session.me.member.role === 'owner';
  const others = answer.offers.filter((offer) => offer.name !== answer.current.name);
  const choose = async (plan: string) => {
    await call('/v1/accounts/me/plan', { method: 'PUT', json: { plan } });
    await onChange();
  };
  return (
    <>
      {answer.planned && (
        <Notice kind="info">
          From {day(answer.planned.from)} on the plan is <strong>{answer.planned.plan.name}</strong>.
        </Notice>
      )}
      <ul class="plans">
        <li class="card current">
          <PlanCard plan={answer.current} />
          <p class="chosen">Your plan</p>
        </li>
        {others.map((offer) => (
          <li class="card" key={offer.name}>
            <PlanCard plan={offer} />
            {offer.name === answer.planned?.plan.name ? (
              <p class="chosen">From {day(answer.planned.from)} on</p>
            ) : (
              owner && <Action label={`Change to ${offer.name}`} kind="plain" onDo={() => choose(offer.name)} />
            )}
          </li>
        ))}
      </ul>
      <p class="hint">
        {others.length === 0
          ? 'Other plans are agreed on with the operator of this service.'
          : 'A plan that takes nothing away begins at once, another with the next period.'}
        {!owner && ' Only the owner can change the plan.'}
      </p>
    </>
  );
}

function PlanCard({ plan }: { plan: PlanTerms }): JSX.Element {
  return (
    <>
      <h2>{plan.name}</h2>
      <p class="figure">
        <strong>{count(plan.calls)}</strong> calls a month
      </p>
      <ul class="terms">
        <li>{plan.per_second === 0 ? 'As fast as the server can' : `${plan.per_second} a second`}</li>
        <li>{plan.mmc ? 'With make, model and colour' : 'Without make, model and colour'}</li>
      </ul>
    </>
  );
}
