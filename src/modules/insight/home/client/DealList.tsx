import { Link } from "react-router";
import { STALLED } from "../../../../shared/metadata/clock-fields.ts";
import { askedFields, type ObjectInfo } from "../../../../ui/data/objects.ts";
import { useRecords } from "../../../../ui/data/records.ts";
import { idOf } from "../../../../ui/data/values.ts";
import { HomePanel } from "../../../../ui/kit/HomePanel.tsx";
import { useLanguage } from "../../../../ui/kit/language.tsx";
import { QueryResult } from "../../../../ui/kit/QueryResult.tsx";
import { Empty } from "../../../../ui/kit/States.tsx";
import { dayText } from "../../../../ui/kit/time-text.ts";
import { both, hasClocks } from "../../../../ui/record/list/scenes.ts";
import { useCardMarks } from "../../../../ui/record/panels.tsx";
import { homeMessages } from "./home.messages.ts";
import { DealRow } from "./DealRow.tsx";
import type { HomeScope, HomeTileProps } from "../../../../ui/slots/home-tiles.ts";
import { OPEN_DEALS } from "./use-home-scope.ts";
import * as homeStyles from "./home.module.css";

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
function DealList({
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
  const marks = useCardMarks(object);
  const fields = askedFields(object, still ? marks.flatMap((mark) => mark.fields) : []);
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
  return (
    <HomePanel
      title={t(still ? homeMessages.still : homeMessages.closing)}
      action={still && hasClocks(object) && <Link to={stalledPath(scope)}>{t(homeMessages.allStill)}</Link>}
    >
      <QueryResult query={answer} rows={4} small>
        {() =>
          rows.length === 0 ? (
            <Empty
              small
              icon={still ? "check" : "calendar"}
              title={t(still ? homeMessages.noStill : homeMessages.noClosing)}
            />
          ) : (
            <ul className={homeStyles.homeList}>
              {rows.map((record) => (
                <DealRow
                  key={idOf(record)}
                  object={object}
                  record={record}
                  still={still}
                  withOwner={scope.whose !== "mine"}
                />
              ))}
            </ul>
          )
        }
      </QueryResult>
    </HomePanel>
  );
}

export const StillDeals = (props: HomeTileProps) => <DealList {...props} which="still" />;
export const ClosingDeals = (props: HomeTileProps) => <DealList {...props} which="closing" />;
