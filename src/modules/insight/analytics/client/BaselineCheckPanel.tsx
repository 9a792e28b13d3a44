import { useQuery } from "@tanstack/react-query";
import { Link } from "react-router";
import { useMe } from "../../../../ui/data/session.ts";
import { call } from "../../../../ui/data/call.ts";
import { DataTable } from "../../../../ui/kit/DataTable.tsx";
import { Answer } from "../../../../ui/kit/Answer.tsx";
import { Bars } from "../../../../ui/charts/Bars.tsx";
import { Fold } from "../../../../ui/kit/Fold.tsx";
import { useLanguage } from "../../../../ui/kit/language.tsx";
import { QueryResult } from "../../../../ui/kit/QueryResult.tsx";
import { type BaselineCheck, checkBaseline } from "../shared/baseline.contract.ts";
import { baselineMessages } from "./baseline.messages.ts";
import { figureText, isTold, placeInWords } from "./baseline-words.ts";
import { baselineAnswer, differingPlaces } from "./baseline-answer.ts";
import { dayOfBaseline } from "./day-of-baseline.ts";
import { insightScreenMessages } from "./insight.messages.ts";
import { useFigureNames } from "./use-figure-names.ts";
import * as base from "../../../../ui/kit/base.module.css";
import * as styles from "./BaselineCheckPanel.module.css";

/** The figures of a baseline beside the same ones recalculated, and those of today. */
export function BaselineCheckPanel({ id }: { readonly id: string }) {
  const check = useQuery({
    queryKey: ["records", "baseline", "check", id],
    queryFn: async ({ signal }) => (await call(checkBaseline, { params: { id }, signal })).data,
  });
  return (
    <QueryResult query={check} small>
      {(data) => <Figures check={data} />}
    </QueryResult>
  );
}

function Figures({ check }: { readonly check: BaselineCheck }) {
  const { t } = useLanguage();
  const { zone } = useMe().company;
  const { name, frozen, again, believed, now, identical, corrected, same_records } = check;
  const path = dayOfBaseline(check, zone);
  const all = [...frozen, ...again, ...(corrected ? believed : [])].filter(isTold);
  const places = [...new Set(all.map((one) => one.name))];
  const differing = [
    ...new Set([
      ...differingPlaces(frozen, again),
      ...(corrected ? differingPlaces(frozen, believed) : []),
      ...differingPlaces(frozen, now),
    ]),
  ];
  const rest = places.filter((place) => !differing.includes(place));
  return (
    <section className={`${base.card} ${styles.check}`} aria-label={name}>
      <h2>{name}</h2>
      <Answer
        clauses={baselineAnswer(check)}
        tone={identical ? "good" : "needs"}
        notes={[
          t(same_records ? baselineMessages.sameRecords : baselineMessages.otherRecords),
          ...(identical ? [] : [t(baselineMessages.different)]),
          ...(corrected ? [t(baselineMessages.corrected)] : []),
        ]}
        action={path !== null && <Link to={path}>{t(baselineMessages.openDay)}</Link>}
      >
        <StageBars check={check} />
        {differing.length > 0 && (
          <FigureTable label={t(baselineMessages.differences)} check={check} places={differing} />
        )}
        {rest.length > 0 && (
          <Fold title={t(baselineMessages.unchanged)} note={rest.length}>
            <FigureTable label={t(baselineMessages.unchanged)} check={check} places={rest} />
          </Fold>
        )}
      </Answer>
    </section>
  );
}

const ENTERED = /^stages\.([^.]+)\.entered$/;
/** How many reached each stage, then and now. */
function StageBars({ check }: { readonly check: BaselineCheck }) {
  const { t, language } = useLanguage();
  const nameOf = useFigureNames(check);
  const stages = check.frozen.filter(({ name }) => ENTERED.test(name));
  if (stages.length === 0) return null;
  return (
    <Bars
      label={t(insightScreenMessages.entered)}
      bars={stages.map(({ name: place, value }) => {
        const stage = ENTERED.exec(place)?.[1] ?? "";
        const [then, now] = [check.frozen, check.now].map((one) => figureText(one, place, language));
        return {
          key: place,
          name: nameOf(stage, "stages") ?? stage,
          value: Number(value),
          figure: then === now ? then : `${then} → ${now}`,
        };
      })}
    />
  );
}

interface FigureTableProps {
  readonly label: string;
  readonly check: BaselineCheck;
  readonly places: readonly string[];
}
/** Figures as they were frozen and as they are now; recalculated ones where those differ. */
function FigureTable({ label, check, places }: FigureTableProps) {
  const { t, language } = useLanguage();
  const nameOf = useFigureNames(check);
  const { frozen, again, believed, now, identical, corrected } = check;
  const column = (key: string, title: string, figures: BaselineCheck["frozen"]) => ({
    key,
    title,
    align: "right" as const,
    render: (place: string) => (
      <span className={base.num} title={figures.find((one) => one.name === place)?.value}>
        {figureText(figures, place, language)}
      </span>
    ),
  });
  return (
    <DataTable
      keepsColumns
      label={label}
      columns={[
        {
          key: "figure",
          title: t(baselineMessages.figure),
          render: (place: string) => placeInWords(place, t, nameOf),
        },
        column("frozen", t(baselineMessages.frozen), frozen),
        ...(identical ? [] : [column("again", t(baselineMessages.again), again)]),
        ...(corrected ? [column("believed", t(baselineMessages.believed), believed)] : []),
        column("now", t(baselineMessages.now), now),
      ]}
      rows={places}
      rowKey={(place) => place}
    />
  );
}
