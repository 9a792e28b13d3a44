import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Button } from "antd";
import {
  readHealth,
  retrySubscribers,
  type HealthPointInWords,
} from "../../../../shared/wire/health.contract.ts";
import { newId } from "../../../../ui/data/new-id.ts";
import { call } from "../../../../ui/data/call.ts";
import { Icon } from "../../../../ui/kit/Icon.tsx";
import { useLanguage } from "../../../../ui/kit/language.tsx";
import { QueryResult } from "../../../../ui/kit/QueryResult.tsx";
import { SettingsPage } from "../../../../ui/kit/SettingsPage.tsx";
import { timeText } from "../../../../ui/kit/time-text.ts";
import { useAttempt } from "../../../../ui/kit/use-attempt.ts";
import { healthMessages } from "./health.messages.ts";
import { Subscribers } from "./Subscribers.tsx";
import { SYSTEM } from "./system-key.ts";
import * as base from "../../../../ui/kit/base.module.css";
import * as chipStyles from "../../../../ui/kit/chip.module.css";
import * as healthStyles from "./health.module.css";
import * as styles from "./HealthPage.module.css";

const KEY = [...SYSTEM, "health"];
const EVERY_MS = 15_000;
/** The section of the subscribers says in words which ones, and what they said. */
const TOLD_BELOW: ReadonlySet<string> = new Set(["subscribers", "given_up"]);

/** What is not well behind the screens, since when, and what to do about it. */
export function HealthPage() {
  const { t } = useLanguage();
  const client = useQueryClient();
  const health = useQuery({
    queryKey: KEY,
    refetchInterval: EVERY_MS,
    queryFn: async () => (await call(readHealth, {})).data,
  });
  return (
    <SettingsPage
      title={t(healthMessages.title)}
      lead={t(healthMessages.lead)}
      action={
        <Button
          icon={<Icon name="refresh" />}
          onClick={() => void client.invalidateQueries({ queryKey: SYSTEM })}
        >
          {t(healthMessages.refresh)}
        </Button>
      }
    >
      <QueryResult query={health}>
        {(points) => (
          <>
            {points.every(({ state }) => state === "ok") && (
              <p className={base.note}>{t(healthMessages.allWell)}</p>
            )}
            <ul className={healthStyles.healthPoints}>
              {points.map((point) => (
                <HealthLine key={point.name} point={point} />
              ))}
            </ul>
          </>
        )}
      </QueryResult>
      <Subscribers />
    </SettingsPage>
  );
}

function HealthLine({ point }: { readonly point: HealthPointInWords }) {
  const { t, of } = useLanguage();
  const { name, state, state_text, value, unit, since, means, todo, details } = point;
  return (
    <li className={healthStyles.healthPoint} data-state={state}>
      <div className={healthStyles.healthHead}>
        <span className={healthStyles.healthMark} aria-hidden="true" />
        <strong>{of(point.label, name)}</strong>
        <span className={`${chipStyles.chip} ${chipStyles.chipPlain}`}>{state_text}</span>
        <span className={base.num}>{t(healthMessages[unit], { value })}</span>
        {since && <span className={base.muted}>{t(healthMessages.since, { time: timeText(since) })}</span>}
      </div>
      <p className={base.muted}>{means}</p>
      {todo && <p>{t(healthMessages.todo, { text: todo })}</p>}
      {state !== "ok" && details.length > 0 && !TOLD_BELOW.has(name) && (
        <ul>
          {details.map((one) => (
            <li key={one.name}>
              <code>{one.name}</code> <span className={base.num}>{one.value}</span>
              {one.error && <pre className={styles.healthError}>{one.error}</pre>}
            </li>
          ))}
        </ul>
      )}
      {name === "subscribers" && state !== "ok" && <Retry />}
    </li>
  );
}

function Retry() {
  const { t } = useLanguage();
  const attempt = useAttempt();
  const client = useQueryClient();
  const retry = () =>
    attempt(() => call(retrySubscribers, { body: {}, key: newId() }), {
      told: ({ retried }) => t(healthMessages.retried, { count: retried }),
      onDone: () => client.invalidateQueries({ queryKey: SYSTEM }),
    });
  return <Button onClick={() => void retry()}>{t(healthMessages.retry)}</Button>;
}
