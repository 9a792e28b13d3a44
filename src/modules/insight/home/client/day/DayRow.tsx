import { type ReactNode } from "react";
import { Link } from "react-router";
import { activity } from "../../../../../objects/work/activity/activity.object.ts";
import { can, type ObjectInfo, useObject } from "../../../../../ui/data/objects.ts";
import { FieldCell } from "../../../../../ui/field/FieldCell.tsx";
import { recordPath } from "../../../../../ui/field/LinkCell.tsx";
import { Icon } from "../../../../../ui/kit/Icon.tsx";
import { useLanguage } from "../../../../../ui/kit/language.tsx";
import { QuietButton } from "../../../../../ui/kit/QuietButton.tsx";
import type { CallNumber } from "../../shared/home.contract.ts";
import { CallLink } from "./CallLink.tsx";
import { dayMessages } from "./day.messages.ts";
import type { DayItem } from "./day-plan.ts";
import { Postpone } from "./Postpone.tsx";
import type { DayActs } from "./use-day-acts.ts";
import { aboutOf } from "./use-numbers.ts";
import { spokenItem } from "./visit-words.ts";
import { Late, When } from "./When.tsx";
import * as base from "../../../../../ui/kit/base.module.css";
import * as styles from "./DayRow.module.css";

export interface DayRowProps {
  readonly item: DayItem;
  readonly tasks: ObjectInfo;
  readonly today: string;
  readonly number: CallNumber | undefined;
  readonly showsOwner: boolean;
  readonly acts: Pick<DayActs, "finish" | "postpone">;
  /** Undefined where nothing can be logged. */
  readonly onLog: (() => void) | undefined;
  /** What stands under it meanwhile. */
  readonly children?: ReactNode;
}
/** One thing to do: done, called, logged or put off where it stands. */
export function DayRow(props: DayRowProps) {
  const { item, tasks, today, number, showsOwner, acts, onLog, children } = props;
  const language = useLanguage();
  const { t } = language;
  const activities = useObject(activity.name);
  const object = item.object === "task" ? tasks : activities;
  const { icon, title, note } = spokenItem(item, activities, language);
  const mayChange = object !== undefined && can(object, "update");
  const isLate = item.day !== "" && item.day < today;
  return (
    <li className={styles.row} data-part="day-row">
      <div className={styles.line}>
        <button
          type="button"
          className={styles.tick}
          disabled={!mayChange}
          aria-label={`${t(dayMessages.done)}: ${title}`}
          title={t(dayMessages.done)}
          onClick={() => acts.finish(item)}
        >
          <span className={styles.ring}>
            <Icon name="check" size={12} />
          </span>
        </button>
        <div className={styles.words}>
          <div className={base.line}>
            <Icon name={icon} size={14} className={styles.kind} />
            <When item={item} today={today} />
            <Link className={`${base.clip} ${styles.title}`} to={recordPath(item.object, item.id)}>
              {title}
            </Link>
          </div>
          <RowSub {...{ item, object, note, today, showsOwner }} />
        </div>
        <div className={styles.acts}>
          <CallLink number={number} />
          {onLog && aboutOf(item) && (
            <QuietButton icon="message" aria-label={`${t(dayMessages.log)}: ${title}`} onClick={onLog} />
          )}
          {mayChange && (
            <Postpone today={today} isLate={isLate} onPick={(day) => acts.postpone(item, day)}>
              <QuietButton icon="clock" aria-label={`${t(dayMessages.postpone)}: ${title}`} />
            </Postpone>
          )}
        </div>
      </div>
      {children}
    </li>
  );
}

interface RowSubProps extends Pick<DayRowProps, "item" | "today" | "showsOwner"> {
  readonly object: ObjectInfo | undefined;
  readonly note: string;
}
/** How late it is, whom it is about, what else is said of it, and whose it is. */
function RowSub({ item, object, note, today, showsOwner }: RowSubProps) {
  if (!object) return null;
  const cell = (name: string) => {
    const field = object.byName[name];
    return (
      field && <FieldCell object={object.name} field={field} record={item.record} value={item.record[name]} />
    );
  };
  return (
    <div className={`${base.line} ${styles.sub}`}>
      <Late item={item} today={today} />
      {cell("regarding")}
      {note && <span className={base.clip}>{note}</span>}
      {item.isUrgent && <span className={styles.urgent}>{cell("priority")}</span>}
      {showsOwner && <span className={styles.owner}>{cell("owner")}</span>}
    </div>
  );
}
