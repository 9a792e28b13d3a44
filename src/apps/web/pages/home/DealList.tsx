import { Suspense } from "react";
import { Link } from "react-router";
import { STALLED } from "../../../../shared/metadata/clock-fields.ts";
import type { Values } from "../../../../shared/metadata/object.ts";
import { askedFields, type ObjectInfo } from "../../../../ui/data/objects.ts";
import { useRecords } from "../../../../ui/data/records.ts";
import { idOf, textValue } from "../../../../ui/data/values.ts";
import { FieldCell } from "../../../../ui/field/FieldCell.tsx";
import { recordPath } from "../../../../ui/field/LinkCell.tsx";
import { Icon } from "../../../../ui/kit/Icon.tsx";
import { useLanguage } from "../../../../ui/kit/language.tsx";
import { Empty, Failure, Skeleton } from "../../../../ui/kit/States.tsx";
import { dayText, daysSince, todayText } from "../../../../ui/kit/time-text.ts";
import { both, hasClocks } from "../../../../ui/record/list/scenes.ts";
import { useStageMark } from "../../../../ui/record/panels.tsx";
import { homeTexts } from "../home.messages.ts";
import { Panel } from "./Panel.tsx";
import { type HomeScope, OPEN_DEALS } from "./use-home-scope.ts";

const monthEnd = (): string => {
  const now = new Date();
  return dayText(new Date(now.getFullYear(), now.getMonth() + 1, 0));
};

/** The list of what stands still, of the same people. */
const stalledPath = ({ filter }: HomeScope): string =>
  `/records/opportunity?scene=stalled${filter ? `&filter=${encodeURIComponent(filter)}` : ""}`;

/**
 * A few open deals: those that stand still by one of their clocks, longest in their stage, or those expected
 * to close this month.
 */
export function DealList({
  object,
  which,
  scope,
}: {
  readonly object: ObjectInfo;
  readonly which: "still" | "closing";
  readonly scope: HomeScope;
}) {
  const { t } = useLanguage();
  const still = which === "still";
  const fields = askedFields(object, still ? (useStageMark(object)?.fields ?? []) : []);
  const filter = both(
    scope.filter,
    still
      ? hasClocks(object)
        ? STALLED
        : OPEN_DEALS
      : `${OPEN_DEALS} && close_date <= date(${JSON.stringify(monthEnd())})`,
  );
  const sort = still ? "stage_entered_at" : "close_date";
  const answer = useRecords("opportunity", {
    filter,
    sort,
    limit: still ? 8 : 6,
    ...(fields ? { fields } : {}),
  });
  const rows = answer.data?.data ?? [];
  const cell = (record: Values, name: string) => {
    const field = object.byName[name];
    return field ? (
      <FieldCell object="opportunity" field={field} record={record} value={record[name]} />
    ) : null;
  };
  return (
    <Panel
      title={t(still ? homeTexts.still : homeTexts.closing)}
      action={still && hasClocks(object) && <Link to={stalledPath(scope)}>{t(homeTexts.allStill)}</Link>}
    >
      {answer.isPending ? (
        <Skeleton rows={4} />
      ) : answer.isError ? (
        <Failure small error={answer.error} onRetry={() => void answer.refetch()} />
      ) : rows.length === 0 ? (
        <Empty
          small
          icon={still ? "check" : "calendar"}
          title={t(still ? homeTexts.noStill : homeTexts.noClosing)}
        />
      ) : (
        <ul className="home-list">
          {rows.map((record) => (
            <li key={idOf(record)} className="home-row">
              <div className="grow">
                <Link className="clip home-title" to={recordPath("opportunity", idOf(record))}>
                  {textValue(record["name"])}
                </Link>
                <div className="muted clip line home-sub">
                  {cell(record, "account")}
                  {scope.whose !== "mine" && cell(record, "owner")}
                </div>
              </div>
              {still && <span className="home-stage">{cell(record, "stage")}</span>}
              <span className="home-figures">
                <span className="num">{cell(record, "amount")}</span>
                <span className="muted num line">
                  {still ? (
                    <StillDays object={object} record={record} />
                  ) : (
                    <CloseDate day={textValue(record["close_date"])} />
                  )}
                </span>
              </span>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}

/** How long it stands in its stage, marked when that is unusual. */
function StillDays({ object, record }: { readonly object: ObjectInfo; readonly record: Values }) {
  const { t } = useLanguage();
  const mark = useStageMark(object);
  const plain = (
    <>
      <Icon name="clock" size={12} />
      {t(homeTexts.stillDays, { days: daysSince(textValue(record["stage_entered_at"])) })}
    </>
  );
  return mark ? (
    <Suspense>
      <mark.Component object={object} record={record} />
    </Suspense>
  ) : (
    plain
  );
}

/** A day that has passed says so by icon and colour. */
function CloseDate({ day }: { readonly day: string }) {
  const late = day !== "" && day < todayText();
  return (
    <span className={late ? "due due-late num" : "num"}>
      {late && <Icon name="warning" size={12} />}
      {day}
    </span>
  );
}
