import { useState } from "react";
import { Link } from "react-router";
import type { Values } from "../../../../shared/metadata/object.ts";
import { task } from "../../../../objects/work/task/task.object.ts";
import { partOf } from "../../../../shared/metadata/record-of.ts";
import { can, type ObjectInfo } from "../../../../ui/data/objects.ts";
import { useRecords } from "../../../../ui/data/records.ts";
import { idOf, textValue } from "../../../../ui/data/values.ts";
import { FieldCell } from "../../../../ui/field/FieldCell.tsx";
import { recordPath } from "../../../../ui/field/LinkCell.tsx";
import { Icon } from "../../../../ui/kit/Icon.tsx";
import { useLanguage } from "../../../../ui/kit/language.tsx";
import { QueryResult } from "../../../../ui/kit/QueryResult.tsx";
import { Empty } from "../../../../ui/kit/States.tsx";
import { daysSince, todayText } from "../../../../ui/kit/time-text.ts";
import { both } from "../../../../ui/record/list/scenes.ts";
import { useSaveCell } from "../../../../ui/record/use-save-cell.ts";
import { homeMessages } from "./home.messages.ts";
import { HomePanel } from "../../../../ui/kit/HomePanel.tsx";
import { useTell } from "../../../../ui/kit/use-tell.tsx";
import type { HomeScope } from "../../../../ui/slots/home-tiles.ts";
import { OPEN_TASKS } from "./use-home-scope.ts";
import * as base from "../../../../ui/kit/base.module.css";
import * as quietButtonStyles from "../../../../ui/kit/QuietButton.module.css";
import * as homeStyles from "./home.module.css";
import * as styles from "./TodayTasks.module.css";

const DUE = `${OPEN_TASKS} && (due_date == null || due_date <= today())`;

/** Tasks that are due or have no date; ticking one is doing it. */
export function TodayTasks({ object, scope }: { readonly object: ObjectInfo; readonly scope: HomeScope }) {
  const { t } = useLanguage();
  const tell = useTell();
  const save = useSaveCell(object);
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set());
  const answer = useRecords("task", { filter: both(scope.filter, DUE), sort: "due_date", limit: 30 });
  const rows = (answer.data?.data ?? []).filter((record) => !ticked.has(idOf(record)));
  const tick = async (record: Values) => {
    setTicked((now) => new Set([...now, idOf(record)]));
    const refused = await save(record, "status", "done");
    if (refused === null) tell.done(t(homeMessages.doneUndo));
    else setTicked((now) => new Set([...now].filter((id) => id !== idOf(record))));
  };
  return (
    <HomePanel
      title={t(homeMessages.tasks)}
      note={rows.length > 0 ? rows.length : undefined}
      action={<TaskLinks object={object} scope={scope} />}
    >
      <QueryResult query={answer} small rows={4}>
        {() =>
          rows.length === 0 ? (
            <Empty
              small
              icon="check"
              title={t(homeMessages.noTasks)}
              detail={t(homeMessages.noTasksDetail)}
            />
          ) : (
            <ul className={homeStyles.homeList}>
              {rows.map((record) => (
                <TaskRow
                  key={idOf(record)}
                  object={object}
                  record={record}
                  showsOwner={scope.whose !== "mine"}
                  onTick={() => void tick(record)}
                />
              ))}
            </ul>
          )
        }
      </QueryResult>
    </HomePanel>
  );
}

function TaskLinks({ object, scope }: { readonly object: ObjectInfo; readonly scope: HomeScope }) {
  const { t } = useLanguage();
  return (
    <>
      {can(object, "create") && (
        <Link className={quietButtonStyles.ghost} to="/records/task?scene=mine&new=1">
          <Icon name="plus" />
          {t(homeMessages.addTask)}
        </Link>
      )}
      <Link
        className={quietButtonStyles.ghost}
        to={`/records/task?scene=${scope.whose}&filter=${encodeURIComponent(OPEN_TASKS)}`}
      >
        {t(homeMessages.allTasks)}
      </Link>
    </>
  );
}

interface TaskRowProps {
  readonly object: ObjectInfo;
  readonly record: Values;
  readonly showsOwner: boolean;
  readonly onTick: () => void;
}
function TaskRow({ object, record, showsOwner, onTick }: TaskRowProps) {
  const { t } = useLanguage();
  const { regarding, priority, owner } = object.byName;
  const { subject: said, priority: urgency, due_date } = partOf(task, record);
  const subject = textValue(said);
  return (
    <li className={homeStyles.homeRow}>
      <button
        type="button"
        className={styles.tick}
        disabled={!can(object, "update")}
        aria-label={`${t(homeMessages.done)}: ${subject}`}
        onClick={onTick}
      >
        <Icon name="check" size={12} />
      </button>
      <div className={`${base.grow} ${homeStyles.homeRowGrow}`}>
        <Link className={`${base.clip} ${homeStyles.homeTitle}`} to={recordPath(task.name, idOf(record))}>
          {subject}
        </Link>
        <div className={`${base.muted} ${base.clip} ${base.line} ${homeStyles.homeSub}`}>
          {regarding && (
            <FieldCell object={task.name} field={regarding} record={record} value={record[regarding.name]} />
          )}
          {showsOwner && owner && (
            <FieldCell object={task.name} field={owner} record={record} value={record[owner.name]} />
          )}
        </div>
      </div>
      {urgency === "high" && priority && (
        <FieldCell object={task.name} field={priority} record={record} value="high" />
      )}
      <Due day={textValue(due_date)} />
    </li>
  );
}

function Due({ day }: { readonly day: string }) {
  const { t } = useLanguage();
  if (!day) return null;
  if (day === todayText())
    return <span className={`${homeStyles.due} ${base.num}`}>{t(homeMessages.dueToday)}</span>;
  const days = daysSince(`${day}T23:59:59`) + 1;
  return (
    <span className={`${homeStyles.due} ${homeStyles.dueLate} ${base.num}`}>
      <Icon name="warning" size={13} />
      {t(homeMessages.overdue, { days })}
    </span>
  );
}
