import { useQuery } from "@tanstack/react-query";
import { readSubscribers, type SubscriberState } from "../../../../shared/wire/subscribers.contract.ts";
import { call } from "../../../../ui/data/call.ts";
import { useLanguage } from "../../../../ui/kit/language.tsx";
import { QueryResult } from "../../../../ui/kit/QueryResult.tsx";
import { timeText } from "../../../../ui/kit/time-text.ts";
import { FailedChanges } from "./FailedChanges.tsx";
import { SubscriberActions } from "./SubscriberActions.tsx";
import { SYSTEM } from "./system-key.ts";
import { subscriberMessages } from "./subscribers.messages.ts";
import * as base from "../../../../ui/kit/base.module.css";
import * as chipStyles from "../../../../ui/kit/chip.module.css";
import * as healthStyles from "./health.module.css";

const EVERY_MS = 15_000;
const MOST_COUNTED = 10_000;
const MOST_NAMED = 20;

/** The subscribers of the log: where each stands, what it could not deal with, and what can be done about it. */
export function Subscribers() {
  const { t } = useLanguage();
  const subscribers = useQuery({
    queryKey: [...SYSTEM, "subscribers"],
    refetchInterval: EVERY_MS,
    queryFn: async () => (await call(readSubscribers, {})).data,
  });
  return (
    <section className={base.stack} aria-labelledby="subscribers">
      <h3 id="subscribers">{t(subscriberMessages.title)}</h3>
      <p className={base.muted}>{t(subscriberMessages.lead)}</p>
      <QueryResult query={subscribers}>
        {(all) => (
          <ul className={healthStyles.healthPoints}>
            {all.map((one) => (
              <Subscriber key={one.name} subscriber={one} />
            ))}
          </ul>
        )}
      </QueryResult>
    </section>
  );
}

function Subscriber({ subscriber }: { readonly subscriber: SubscriberState }) {
  const { t, of } = useLanguage();
  const { name, label, set_wise, position, failed, given_up } = subscriber;
  const state = given_up > 0 ? "ill" : failed > 0 ? "attention" : "ok";
  const manner =
    set_wise === null
      ? subscriberMessages.gone
      : set_wise
        ? subscriberMessages.setWise
        : subscriberMessages.oneByOne;
  return (
    <li className={healthStyles.healthPoint} data-state={state}>
      <div className={healthStyles.healthHead}>
        <span className={healthStyles.healthMark} aria-hidden="true" />
        <strong title={name}>{of(label, name)}</strong>
        {failed === 0 && set_wise !== null && (
          <span className={`${chipStyles.chip} ${chipStyles.chipPlain}`}>{t(subscriberMessages.well)}</span>
        )}
        {failed > given_up && (
          <span className={`${chipStyles.chip} ${chipStyles.chipPlain}`}>
            {t(subscriberMessages.failing, { count: failed - given_up })}
          </span>
        )}
        {given_up > 0 && (
          <span className={`${chipStyles.chip} ${chipStyles.chipPlain}`}>
            {t(subscriberMessages.gaveUp, { count: given_up })}
          </span>
        )}
        <span className={base.muted}>{t(manner)}</span>
      </div>
      <p className={base.muted}>
        {t(subscriberMessages.position, { number: position })}
        {set_wise !== null && " · "}
        {set_wise !== null && <Behind subscriber={subscriber} />}
      </p>
      {failed > 0 && <FailedChanges subscriber={subscriber} />}
      {failed > 0 && <SubscriberActions subscriber={subscriber} />}
      <PassedOver subscriber={subscriber} />
    </li>
  );
}

function Behind({
  subscriber: { behind, waiting_since, moved_at },
}: {
  readonly subscriber: SubscriberState;
}) {
  const { t } = useLanguage();
  if (behind === 0) return <span title={timeText(moved_at)}>{t(subscriberMessages.upToDate)}</span>;
  return (
    <>
      {behind > MOST_COUNTED
        ? t(subscriberMessages.behindMore, { count: MOST_COUNTED })
        : t(subscriberMessages.behind, { count: behind })}
      {waiting_since && ` · ${t(subscriberMessages.oldest, { time: timeText(waiting_since) })}`}
    </>
  );
}

function PassedOver({ subscriber: { passed } }: { readonly subscriber: SubscriberState }) {
  const { t } = useLanguage();
  if (!passed) return null;
  const named = passed.changes.slice(0, MOST_NAMED).join(", ");
  const changes = passed.changes.length > MOST_NAMED ? `${named} …` : named;
  return (
    <p className={base.note}>
      {t(subscriberMessages.passed, {
        name: passed.by ?? t(subscriberMessages.somebody),
        time: timeText(passed.at),
        count: passed.changes.length,
        changes,
      })}
    </p>
  );
}
