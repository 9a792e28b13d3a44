import { Link } from "react-router";
import { call } from "../../../../ui/data/call.ts";
import { useObjects } from "../../../../ui/data/objects.ts";
import { type DataColumn, DataTable } from "../../../../ui/kit/DataTable.tsx";
import { useLanguage } from "../../../../ui/kit/language.tsx";
import { QuietButton } from "../../../../ui/kit/QuietButton.tsx";
import { secondsText, timeText } from "../../../../ui/kit/time-text.ts";
import { useAttempt } from "../../../../ui/kit/use-attempt.ts";
import { retryTimer, type Timer } from "../shared/timers.contract.ts";
import { timerMessages } from "./timers.messages.ts";
import * as base from "../../../../ui/kit/base.module.css";

export interface TimersTableProps {
  readonly timers: readonly Timer[];
  readonly onRetried: () => void;
}
export function TimersTable({ timers, onRetried }: TimersTableProps) {
  const { t, of } = useLanguage();
  const attempt = useAttempt();
  const again = (id: string) =>
    attempt(() => call(retryTimer, { params: { id } }), {
      told: t(timerMessages.retried),
      onDone: onRetried,
    });
  const columns: readonly DataColumn<Timer>[] = [
    { key: "what", title: t(timerMessages.what), render: ({ label }) => of(label) },
    { key: "about", title: t(timerMessages.about), render: (timer) => <About timer={timer} /> },
    { key: "due", title: t(timerMessages.dueAt), render: (timer) => <When timer={timer} /> },
    {
      key: "actions",
      title: "",
      align: "right",
      render: ({ id, state }) =>
        state === "failed" && (
          <QuietButton onClick={() => void again(id)}>{t(timerMessages.retry)}</QuietButton>
        ),
    },
  ];
  return <DataTable label={t(timerMessages.title)} rows={timers} rowKey={({ id }) => id} columns={columns} />;
}

function About({ timer: { object, record, title } }: { readonly timer: Timer }) {
  const { t, of } = useLanguage();
  const objects = useObjects();
  if (!object || !record) return <span className={base.muted}>{t(timerMessages.noRecord)}</span>;
  const name = of(objects.get(object)?.label, object);
  if (title === null) return <span className={base.muted}>{`${name} · ${t(timerMessages.hidden)}`}</span>;
  return <Link to={`/records/${object}/${record}`}>{`${name} · ${title}`}</Link>;
}

function When({ timer: { due_at, run_at, state, tries, error } }: { readonly timer: Timer }) {
  const { t } = useLanguage();
  const isAgain = error !== null && state !== "failed";
  return (
    <span className={base.num}>
      {secondsText(due_at)}
      {error && (
        <span className={`${base.note} ${base.noteError}`}>
          {` ${t(timerMessages.tried, { count: tries })} · `}
          {error.message ??
            (error.code ? t(timerMessages.code, { code: error.code }) : t(timerMessages.unknown))}
        </span>
      )}
      {isAgain && (
        <span className={base.note}>{` ${t(timerMessages.nextTry, { time: timeText(run_at) })}`}</span>
      )}
    </span>
  );
}
