import { Select, Switch } from "antd";
import { DataTable } from "../../../../ui/kit/DataTable.tsx";
import { Labelled } from "../../../../ui/kit/Field.tsx";
import { useLanguage } from "../../../../ui/kit/language.tsx";
import { QueryResult } from "../../../../ui/kit/QueryResult.tsx";
import { useAttempt } from "../../../../ui/kit/use-attempt.ts";
import type { EventChoice, NotificationPreferences, When } from "../shared/preferences.contract.ts";
import { useKeepPreferences, usePreferences } from "./preferences-data.ts";
import { preferencesMessages } from "./preferences.messages.ts";
import * as base from "../../../../ui/kit/base.module.css";
import * as styles from "./PreferencesPart.module.css";

interface PartProps {
  readonly preferences: NotificationPreferences;
  readonly onChange: (part: Partial<NotificationPreferences>) => void;
}

/** By which channel one is told of what, and when; kept with each choice. */
export function PreferencesPart() {
  const { t } = useLanguage();
  const preferences = usePreferences();
  const keep = useKeepPreferences();
  const attempt = useAttempt();
  return (
    <QueryResult query={preferences} rows={6}>
      {(data) => {
        const change = (part: Partial<NotificationPreferences>) =>
          void attempt(() => keep({ ...data, ...part }));
        return (
          <section className={styles.part}>
            <h3>{t(preferencesMessages.title)}</h3>
            <p className={base.muted}>{t(preferencesMessages.lead)}</p>
            <ChoiceTable preferences={data} onChange={change} />
            <Times preferences={data} onChange={change} />
          </section>
        );
      }}
    </QueryResult>
  );
}

function ChoiceTable({ preferences: { events }, onChange }: PartProps) {
  const { t, of } = useLanguage();
  const choose = (event: string, part: Partial<EventChoice>) =>
    onChange({ events: events.map((one) => (one.event === event ? { ...one, ...part } : one)) });
  return (
    <DataTable
      label={t(preferencesMessages.title)}
      rows={events}
      rowKey={({ event }) => event}
      columns={[
        { key: "event", title: t(preferencesMessages.event), render: ({ label }) => of(label) },
        {
          key: "bell",
          title: t(preferencesMessages.bell),
          width: 100,
          render: ({ event, label, bell }) => (
            <Switch
              size="small"
              aria-label={t(preferencesMessages.bellOf, { event: of(label) })}
              checked={bell === "at_once"}
              onChange={(on) => choose(event, { bell: on ? "at_once" : "never" })}
            />
          ),
        },
        {
          key: "mail",
          title: t(preferencesMessages.mail),
          width: 160,
          render: ({ event, label, mail }) => (
            <Select
              size="small"
              className={styles.when}
              aria-label={t(preferencesMessages.mailOf, { event: of(label) })}
              value={mail}
              options={(["at_once", "digest", "never"] as const).map((value) => ({
                value,
                label: t(preferencesMessages[value]),
              }))}
              onChange={(next: When) => choose(event, { mail: next })}
            />
          ),
        },
      ]}
    />
  );
}

const TIMES = Array.from({ length: 96 }, (_, quarter) => {
  const time = `${String(Math.floor(quarter / 4)).padStart(2, "0")}:${String((quarter % 4) * 15).padStart(2, "0")}`;
  return { value: time, label: time };
});
const USUAL_QUIET = { from: "22:00", until: "08:00" } as const;

function Times({ preferences, onChange }: PartProps) {
  const { t } = useLanguage();
  const { digest_at, quiet_hours: quiet, zone } = preferences;
  const time = (label: string, value: string, choose: (time: string) => void, hint?: string) => (
    <Labelled label={label} hint={hint}>
      {({ id }) => (
        <Select
          id={id}
          className={styles.when}
          showSearch
          value={value}
          options={TIMES}
          onChange={(next: string) => choose(next)}
        />
      )}
    </Labelled>
  );
  return (
    <div className={styles.times}>
      {time(
        t(preferencesMessages.digestAt),
        digest_at,
        (next) => onChange({ digest_at: next }),
        t(preferencesMessages.digestHint, { zone }),
      )}
      <Labelled label={t(preferencesMessages.quiet)} hint={t(preferencesMessages.quietHint)}>
        {({ id, describedBy }) => (
          <span>
            <Switch
              id={id}
              aria-describedby={describedBy}
              checked={quiet !== null}
              onChange={(on) => onChange({ quiet_hours: on ? USUAL_QUIET : null })}
            />
          </span>
        )}
      </Labelled>
      {quiet && (
        <div className={styles.pair}>
          {time(t(preferencesMessages.from), quiet.from, (from) =>
            onChange({ quiet_hours: { ...quiet, from } }),
          )}
          {time(t(preferencesMessages.until), quiet.until, (until) =>
            onChange({ quiet_hours: { ...quiet, until } }),
          )}
        </div>
      )}
    </div>
  );
}
