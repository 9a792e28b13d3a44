import { Link } from "react-router";
import { STALLED } from "../../../../shared/metadata/clock-fields.ts";
import { opportunity } from "../../../../objects/selling/opportunity/opportunity.object.ts";
import { askedFields, isShown, type ObjectInfo } from "../../../../ui/data/objects.ts";
import { useRecords } from "../../../../ui/data/records.ts";
import { idOf } from "../../../../ui/data/values.ts";
import { Hold } from "../../../../ui/kit/Hold.tsx";
import { HomePanel } from "../../../../ui/kit/HomePanel.tsx";
import type { IconName } from "../../../../ui/kit/Icon.tsx";
import { useLanguage } from "../../../../ui/kit/language.tsx";
import { QueryResult } from "../../../../ui/kit/QueryResult.tsx";
import { Empty } from "../../../../ui/kit/States.tsx";
import { both, hasClocks } from "../../../../ui/record/list/scenes.ts";
import { useCardMarks } from "../../../../ui/record/panels.tsx";
import type { HomeTileProps } from "../../../../ui/slots/home-tiles.ts";
import { DEAL_FILTERS } from "../shared/deal-filters.ts";
import { DealRow } from "./DealRow.tsx";
import { FigureNote } from "./FigureNote.tsx";
import { homeMessages } from "./home.messages.ts";
import { recordsPath } from "./records-path.ts";
import { useHomeDeals } from "./use-home-deals.ts";
import * as homeStyles from "./home.module.css";
import * as quietButtonStyles from "../../../../ui/kit/QuietButton.module.css";

type Which = "still" | "slipped" | "due";
interface Kind {
  readonly title: (typeof homeMessages)["still"];
  readonly none: (typeof homeMessages)["still"];
  readonly icon: IconName;
  readonly rows: number;
}
const KINDS: Readonly<Record<Which, Kind>> = {
  still: { title: homeMessages.still, none: homeMessages.noStill, icon: "check", rows: 5 },
  slipped: { title: homeMessages.slipped, none: homeMessages.noSlipped, icon: "check", rows: 4 },
  due: { title: homeMessages.due, none: homeMessages.noDue, icon: "calendar", rows: 4 },
};

/** The condition of its deals, and which come first: what waits longest, or what is worth most. */
function askedFor(object: ObjectInfo, which: Which): { readonly filter: string; readonly sort: string } {
  if (which === "still")
    return { filter: hasClocks(object) ? STALLED : DEAL_FILTERS.open, sort: "stage_entered_at" };
  if (which === "due") return { filter: DEAL_FILTERS.due, sort: "close_date" };
  const amount = object.byName["amount"];
  return { filter: DEAL_FILTERS.slipped, sort: amount && isShown(amount) ? "-amount" : "close_date" };
}

/** A few open deals with something in common, and the way to all of them. */
function DealList({ object, which, scope }: HomeTileProps & { readonly which: Which }) {
  const { t } = useLanguage();
  const { title, none, icon, rows: limit } = KINDS[which];
  const isStill = which === "still";
  const marks = useCardMarks(object);
  const fields = askedFields(object, isStill ? marks.flatMap((mark) => mark.fields) : []);
  const { filter, sort } = askedFor(object, which);
  const answer = useRecords(opportunity.name, {
    filter: both(scope.filter, filter),
    sort,
    limit,
    ...(fields ? { fields } : {}),
  });
  const figures = useHomeDeals(scope).data;
  const rows = answer.data?.data ?? [];
  return (
    <HomePanel
      title={t(title)}
      note={figures && !isStill ? <FigureNote figure={figures[which]} /> : undefined}
      action={
        rows.length > 0 && (
          <Link className={quietButtonStyles.ghost} to={recordsPath(opportunity.name, scope, filter, sort)}>
            {t(homeMessages.seeAll)}
          </Link>
        )
      }
    >
      {answer.isPending && <Hold />}
      <QueryResult query={answer} rows={limit} small>
        {() =>
          rows.length === 0 ? (
            <Empty small icon={icon} title={t(none)} />
          ) : (
            <ul className={homeStyles.homeList}>
              {rows.map((record) => (
                <DealRow
                  key={idOf(record)}
                  object={object}
                  record={record}
                  still={isStill}
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
export const SlippedDeals = (props: HomeTileProps) => <DealList {...props} which="slipped" />;
export const DueDeals = (props: HomeTileProps) => <DealList {...props} which="due" />;
