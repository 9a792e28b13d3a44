import { useQuery } from "@tanstack/react-query";
import { groupDigits } from "../../../../shared/money/group-digits.ts";
import { call } from "../../../../ui/data/call.ts";
import { DataTable } from "../../../../ui/kit/DataTable.tsx";
import { Icon } from "../../../../ui/kit/Icon.tsx";
import { useLanguage } from "../../../../ui/kit/language.tsx";
import { QueryResult } from "../../../../ui/kit/QueryResult.tsx";
import { type BaselineCheck, checkBaseline } from "../shared/baseline.contract.ts";
import { baselineMessages } from "./baseline.messages.ts";
import { isTold, placeMessages } from "./baseline-words.ts";
import * as base from "../../../../ui/kit/base.module.css";
import * as insightStyles from "./insight.module.css";

const numberText = (value: string | undefined): string =>
  value === undefined ? "—" : /^-?\d+(\.\d+)?$/.test(value) ? groupDigits(value) : value;

/** Frozen figures beside the same ones worked out again, and those of now. */
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
  const { name, frozen, again, believed, now, identical, corrected, same_records } = check;
  const valueIn = (figures: BaselineCheck["frozen"], place: string): string =>
    numberText(figures.find((one) => one.name === place)?.value);
  const places = [
    ...new Set([...frozen, ...again, ...(corrected ? believed : [])].map((one) => one.name)),
  ].filter(isTold);
  const right = { align: "right" } as const;
  const value = (figures: BaselineCheck["frozen"]) => (place: string) => (
    <span className={base.num}>{valueIn(figures, place)}</span>
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
              render: (place: string) => placeMessages(place, t),
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
