import { useQuery } from "@tanstack/react-query";
import { groupDigits } from "../../../../shared/money/group-digits.ts";
import { call } from "../../../../ui/data/call.ts";
import { DataTable } from "../../../../ui/kit/DataTable.tsx";
import { Icon } from "../../../../ui/kit/Icon.tsx";
import { useLanguage } from "../../../../ui/kit/language.tsx";
import { Loaded } from "../../../../ui/kit/Loaded.tsx";
import { type BaselineCheck, checkBaseline } from "../shared/baseline.contract.ts";
import { baselineTexts } from "./baseline.messages.ts";
import { isTold, placeWords } from "./baseline-words.ts";

const numberText = (value: string | undefined): string =>
  value === undefined ? "—" : /^-?\d+(\.\d+)?$/.test(value) ? groupDigits(value) : value;

/** Frozen figures beside the same ones worked out again, and those of now. */
export function BaselineCheckPanel({ id }: { readonly id: string }) {
  const check = useQuery({
    queryKey: ["records", "baseline", "check", id],
    queryFn: async ({ signal }) => (await call(checkBaseline, { params: { id }, signal })).data,
  });
  return (
    <Loaded query={check} small>
      {(data) => <Figures check={data} />}
    </Loaded>
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
    <span className="num">{valueIn(figures, place)}</span>
  );
  return (
    <section className="card insight-panel" aria-label={name}>
      <header>
        <h2>{name}</h2>
      </header>
      <div className="insight-notes">
        <span className={identical ? "line" : "line insight-drop"}>
          <Icon name={identical ? "check" : "warning"} size={13} />
          {t(identical ? baselineTexts.identical : baselineTexts.different)}{" "}
          {t(same_records ? baselineTexts.sameRecords : baselineTexts.otherRecords)}
        </span>
        {corrected && <span>{t(baselineTexts.corrected)}</span>}
      </div>
      <div className="insight-table">
        <DataTable
          label={name}
          columns={[
            {
              key: "figure",
              title: t(baselineTexts.figure),
              render: (place: string) => placeWords(place, t),
            },
            { key: "frozen", title: t(baselineTexts.frozen), ...right, render: value(frozen) },
            { key: "again", title: t(baselineTexts.again), ...right, render: value(again) },
            ...(corrected
              ? [
                  {
                    key: "believed",
                    title: t(baselineTexts.believed),
                    ...right,
                    render: value(believed),
                  },
                ]
              : []),
            { key: "now", title: t(baselineTexts.now), ...right, render: value(now) },
          ]}
          rows={places}
          rowKey={(place) => place}
        />
      </div>
    </section>
  );
}
