import { useQuery } from "@tanstack/react-query";
import { call } from "../../../../ui/data/call.ts";
import { DataTable } from "../../../../ui/kit/DataTable.tsx";
import { Icon } from "../../../../ui/kit/Icon.tsx";
import { useLanguage } from "../../../../ui/kit/language.tsx";
import { QueryResult } from "../../../../ui/kit/QueryResult.tsx";
import { type BaselineCheck, checkBaseline } from "../shared/baseline.contract.ts";
import { baselineMessages } from "./baseline.messages.ts";
import { figureText, isTold, placeInWords } from "./baseline-words.ts";
import { useFigureNames } from "./use-figure-names.ts";
import * as base from "../../../../ui/kit/base.module.css";
import * as insightStyles from "./insight.module.css";

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
  const { t, language } = useLanguage();
  const nameOf = useFigureNames(check);
  const { name, frozen, again, believed, now, identical, corrected, same_records } = check;
  const told = [...frozen, ...again, ...(corrected ? believed : [])].filter(isTold);
  const places = [...new Set(told.map((one) => one.name))];
  const right = { align: "right" } as const;
  const value = (figures: BaselineCheck["frozen"]) => (place: string) => (
    <span className={base.num} title={figures.find((one) => one.name === place)?.value}>
      {figureText(figures, place, language)}
    </span>
  );
  return (
    <section className={`${base.card} ${insightStyles.insightPanel}`} aria-label={name}>
      <header>
        <h2>{name}</h2>
      </header>
      <div className={insightStyles.insightNotes}>
        <span className={identical ? base.line : `${base.line} ${insightStyles.insightDrop}`}>
          <Icon name={identical ? "check" : "warning"} size={13} />
          {t(identical ? baselineMessages.identical : baselineMessages.different)}{" "}
          {t(same_records ? baselineMessages.sameRecords : baselineMessages.otherRecords)}
        </span>
        {corrected && <span>{t(baselineMessages.corrected)}</span>}
      </div>
      <div className={insightStyles.insightTable}>
        <DataTable
          label={name}
          columns={[
            {
              key: "figure",
              title: t(baselineMessages.figure),
              render: (place: string) => placeInWords(place, t, nameOf),
            },
            { key: "frozen", title: t(baselineMessages.frozen), ...right, render: value(frozen) },
            { key: "again", title: t(baselineMessages.again), ...right, render: value(again) },
            ...(corrected
              ? [
                  {
                    key: "believed",
                    title: t(baselineMessages.believed),
                    ...right,
                    render: value(believed),
                  },
                ]
              : []),
            { key: "now", title: t(baselineMessages.now), ...right, render: value(now) },
          ]}
          rows={places}
          rowKey={(place) => place}
        />
      </div>
    </section>
  );
}
