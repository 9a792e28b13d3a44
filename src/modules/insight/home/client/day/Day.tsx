import { Suspense, useState } from "react";
import { Link } from "react-router";
import { activity } from "../../../../../objects/work/activity/activity.object.ts";
import { task } from "../../../../../objects/work/task/task.object.ts";
import { can } from "../../../../../ui/data/objects.ts";
import { Hold } from "../../../../../ui/kit/Hold.tsx";
import { HomePanel } from "../../../../../ui/kit/HomePanel.tsx";
import { Icon } from "../../../../../ui/kit/Icon.tsx";
import { useLanguage } from "../../../../../ui/kit/language.tsx";
import { lazily } from "../../../../../ui/kit/lazily.ts";
import { Failure, Skeleton } from "../../../../../ui/kit/States.tsx";
import type { HomeTileProps } from "../../../../../ui/slots/home-tiles.ts";
import { recordsPath } from "../records-path.ts";
import { DayEmpty } from "./DayEmpty.tsx";
import { DAY_FILTERS } from "./day-filters.ts";
import { DayFold } from "./DayFold.tsx";
import { DayRows } from "./DayRows.tsx";
import { dayMessages } from "./day.messages.ts";
import type { DayItem } from "./day-plan.ts";
import { PostponeAll } from "./PostponeAll.tsx";
import { type DayPart, useDay, useToday } from "./use-day.ts";
import { type DayActs, useDayActs } from "./use-day-acts.ts";
import { useDayRow } from "./use-day-row.tsx";
import type { About } from "./use-numbers.ts";
import * as quietButtonStyles from "../../../../../ui/kit/QuietButton.module.css";
import * as styles from "./Day.module.css";

/** Rows of today that stand there without a touch. */
const MOST_SHOWN = 10;
const NextStep = lazily(() => import("./NextStep.tsx").then((m) => m.NextStep));

/** The day: what is due now and when, what is late folded above it, the days after folded below. */
export function Day({ object, scope }: HomeTileProps) {
  const { t } = useLanguage();
  const { zone } = useToday();
  const acts = useDayActs(object, zone);
  const day = useDay(scope, acts.gone);
  const mayAdd = can(object, "create");
  return (
    <HomePanel
      title={t(dayMessages.day)}
      note={day.plan.today.length || undefined}
      action={<DayLinks mayAdd={mayAdd} all={recordsPath(task.name, scope, DAY_FILTERS.open, "due_date")} />}
    >
      {day.failed ? (
        <Failure small error={day.failed.error} onRetry={() => void day.failed?.refetch()} />
      ) : day.isPending ? (
        <>
          <Hold />
          <Skeleton rows={6} />
        </>
      ) : (
        <DayParts {...{ object, scope, day, acts, mayAdd }} />
      )}
    </HomePanel>
  );
}

interface DayPartsProps extends HomeTileProps {
  readonly day: ReturnType<typeof useDay>;
  readonly acts: DayActs;
  readonly mayAdd: boolean;
}
function DayParts({ object, scope, day, acts, mayAdd }: DayPartsProps) {
  const { t } = useLanguage();
  const { plan, overdue, unlogged, undated, today } = day;
  const [next, setNext] = useState<About | null>(null);
  const row = useDayRow({ object, scope, day, acts, onLogged: setNext });
  const listOf = (name: string, which: keyof typeof DAY_FILTERS, sort: string) =>
    recordsPath(name, scope, DAY_FILTERS[which], sort);
  return (
    <div className={styles.day}>
      {next && mayAdd && (
        <Suspense>
          <NextStep about={next} today={today} onClose={() => setNext(null)} />
        </Suspense>
      )}
      <DayFold
        title={t(dayMessages.overdue)}
        part={overdue}
        isLate
        all={listOf(task.name, "overdue", "due_date")}
        action={can(object, "update") && <PostponeAll {...{ object, scope, today }} />}
      >
        <DayRows items={overdue.items} row={row} />
      </DayFold>
      {plan.today.length > 0 ? (
        <DayRows items={plan.today} row={row} most={MOST_SHOWN} />
      ) : (
        <DayEmpty whose={scope.whose} wasBusy={acts.gone.size > 0} />
      )}
      <DayFold
        title={t(dayMessages.unlogged)}
        part={unlogged}
        all={listOf(activity.name, "unlogged", "-occurred_at")}
      >
        <DayRows items={unlogged.items} row={row} />
      </DayFold>
      <DayFold title={t(dayMessages.tomorrow)} part={partOf(plan.tomorrow)}>
        <DayRows items={plan.tomorrow} row={row} />
      </DayFold>
      <DayFold title={t(dayMessages.later)} part={partOf(plan.later)}>
        <DayRows items={plan.later} row={row} />
      </DayFold>
      <DayFold
        title={t(dayMessages.undated)}
        part={undated}
        all={listOf(task.name, "undated", "-created_at")}
      >
        <DayRows items={undated.items} row={row} />
      </DayFold>
    </div>
  );
}
const partOf = (items: readonly DayItem[]): DayPart => ({ items, total: items.length, more: false });

/** To a new task, and to all that are open. */
function DayLinks({ mayAdd, all }: { readonly mayAdd: boolean; readonly all: string }) {
  const { t } = useLanguage();
  return (
    <>
      {mayAdd && (
        <Link className={quietButtonStyles.ghost} to="/records/task?scene=todo&new=1">
          <Icon name="plus" />
          {t(dayMessages.addTask)}
        </Link>
      )}
      <Link className={quietButtonStyles.ghost} to={all}>
        {t(dayMessages.allTasks)}
      </Link>
    </>
  );
}
