import { App } from "antd";
import { useState } from "react";
import { Link } from "react-router";
import type { Values } from "../../../../shared/metadata/object.ts";
import { can, type ObjectInfo } from "../../../../ui/data/objects.ts";
import { useRecords } from "../../../../ui/data/records.ts";
import { idOf, textValue } from "../../../../ui/data/values.ts";
import { FieldCell } from "../../../../ui/field/FieldCell.tsx";
import { recordPath } from "../../../../ui/field/LinkCell.tsx";
import { Icon } from "../../../../ui/kit/Icon.tsx";
import { useLanguage } from "../../../../ui/kit/language.tsx";
import { Empty, Failure, Skeleton } from "../../../../ui/kit/States.tsx";
import { daysSince, todayText } from "../../../../ui/kit/time-text.ts";
import { useSaveCell } from "../../../../ui/record/use-save-cell.ts";
import { homeTexts } from "../home.messages.ts";
import { Panel } from "./Panel.tsx";

const DUE = 'owner == me() && status == "open" && (due_date == null || due_date <= today())';

/** Tasks that are due or have no date; ticking one is doing it. */
export function TodayTasks({ object }: { readonly object: ObjectInfo }) {
  const { t } = useLanguage();
  const { message } = App.useApp();
  const save = useSaveCell(object);
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set());
  const answer = useRecords("task", { filter: DUE, sort: "due_date", limit: 30 });
  const rows = (answer.data?.data ?? []).filter((record) => !ticked.has(idOf(record)));
  const tick = async (record: Values) => {
    setTicked((now) => new Set([...now, idOf(record)]));
    const refused = await save(record, "status", "done");
    if (refused === null) void message.success(t(homeTexts.doneUndo));
    else setTicked((now) => new Set([...now].filter((id) => id !== idOf(record))));
  };
  const add = can(object, "create") && (
    <Link className="ghost" to="/records/task?scene=mine&new=1">
      <Icon name="plus" />
      {t(homeTexts.addTask)}
    </Link>
  );
  return (
    <Panel
      title={t(homeTexts.tasks)}
      note={rows.length > 0 ? rows.length : undefined}
      action={
        <>
          {add}
          <Link className="ghost" to={`/records/task?scene=mine&filter=${encodeURIComponent('status == "open"')}`}>
            {t(homeTexts.allTasks)}
          </Link>
        </>
      }
    >
      {answer.isPending ? (
        <Skeleton rows={4} />
      ) : answer.isError ? (
        <Failure small error={answer.error} onRetry={() => void answer.refetch()} />
      ) : rows.length === 0 ? (
        <Empty small icon="check" title={t(homeTexts.noTasks)} detail={t(homeTexts.noTasksDetail)} />
      ) : (
        <ul className="home-list">
          {rows.map((record) => (
            <li key={idOf(record)} className="home-row">
              <button type="button" className="tick" aria-label={`${t(homeTexts.done)}: ${textValue(record["subject"])}`} onClick={() => void tick(record)}>
                <Icon name="check" size={12} />
              </button>
              <div className="grow">
                <Link className="clip home-title" to={recordPath("task", idOf(record))}>
                  {textValue(record["subject"])}
                </Link>
                <div className="muted clip line home-sub">
                  {["regarding"].map((name) => {
                    const field = object.byName[name];
                    return field ? <FieldCell key={name} object="task" field={field} record={record} value={record[name]} /> : null;
                  })}
                </div>
              </div>
              {record["priority"] === "high" && object.byName["priority"] && (
                <FieldCell object="task" field={object.byName["priority"]} record={record} value="high" />
              )}
              <Due day={textValue(record["due_date"])} />
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}

function Due({ day }: { readonly day: string }) {
  const { t } = useLanguage();
  if (!day) return null;
  if (day === todayText()) return <span className="due num">{t(homeTexts.dueToday)}</span>;
  const days = daysSince(`${day}T23:59:59`) + 1;
  return (
    <span className="due due-late num">
      <Icon name="warning" size={13} />
      {t(homeTexts.overdue, { days })}
    </span>
  );
}
