import { useQuery } from "@tanstack/react-query";
import { Select } from "antd";
import { useSearchParams } from "react-router";
import type { Values } from "../../../../shared/metadata/object.ts";
import { partOf } from "../../../../shared/metadata/record-of.ts";
import { call } from "../../../../ui/data/call.ts";
import { idOf, titleAt } from "../../../../ui/data/values.ts";
import { useMe } from "../../../../ui/data/session.ts";
import { useLanguage } from "../../../../ui/kit/language.tsx";
import { QueryResult } from "../../../../ui/kit/QueryResult.tsx";
import { compareBaselines } from "../shared/baseline.contract.ts";
import { baselineObject } from "../shared/baseline.object.ts";
import { baselineMessages } from "./baseline.messages.ts";
import { ComparedPanels } from "./ComparedPanels.tsx";
import * as base from "../../../../ui/kit/base.module.css";
import * as styles from "./CompareBaselines.module.css";

const read = (row: Values) => partOf(baselineObject, row);
/** They stand in the address, so that a comparison can be sent to a colleague. */
const PLACES = ["first", "second"] as const;

/** Two frozen movements side by side, and what moved from the one to the other. */
export function CompareBaselines({ rows }: { readonly rows: readonly Values[] }) {
  const { t } = useLanguage();
  const [params, setParams] = useSearchParams();
  const movements = rows.filter((row) => read(row).metric === "movement");
  const [first = "", second = ""] = PLACES.map((place) => params.get(place) ?? "");
  if (movements.length < 2) return null;
  const choose = (place: (typeof PLACES)[number], id: string) =>
    setParams((now) => {
      const next = new URLSearchParams(now);
      next.set(place, id);
      return next;
    });
  return (
    <section className={styles.compare} aria-label={t(baselineMessages.compare)}>
      <h2 className={base.srOnly}>{t(baselineMessages.compare)}</h2>
      <div className={styles.choice}>
        <span>{t(baselineMessages.compareFirst)}</span>
        <BaselineChoice
          label={t(baselineMessages.compareFirst)}
          {...{ movements, value: first, other: second }}
          onChoose={(id) => choose("first", id)}
        />
        <span>{t(baselineMessages.compareWith)}</span>
        <BaselineChoice
          label={t(baselineMessages.compareWith)}
          {...{ movements, value: second, other: first }}
          onChoose={(id) => choose("second", id)}
        />
      </div>
      {first && second && first !== second ? (
        <Compared {...{ first, second }} />
      ) : (
        <p className={base.note}>{t(baselineMessages.compareNone)}</p>
      )}
    </section>
  );
}

interface BaselineChoiceProps {
  readonly label: string;
  readonly movements: readonly Values[];
  readonly value: string;
  /** Is compared with this one already. */
  readonly other: string;
  readonly onChoose: (id: string) => void;
}
function BaselineChoice({ label, movements, value, other, onChoose }: BaselineChoiceProps) {
  const { user } = useMe();
  const nameOf = (row: Values): string => {
    const { name = "", owner } = read(row);
    return owner === user.id ? name : `${name} · ${titleAt(row, "owner")}`;
  };
  return (
    <Select
      aria-label={label}
      className={styles.select}
      value={value || null}
      options={movements.map((row) => ({
        value: idOf(row),
        label: nameOf(row),
        disabled: idOf(row) === other,
      }))}
      onChange={(id: string) => onChoose(id)}
    />
  );
}

function Compared({ first, second }: { readonly first: string; readonly second: string }) {
  const found = useQuery({
    queryKey: ["records", "baseline", "compare", first, second],
    queryFn: async ({ signal }) =>
      (await call(compareBaselines, { params: { id: first, other: second }, signal })).data,
  });
  return (
    <QueryResult query={found} rows={6}>
      {(compared) => <ComparedPanels compared={compared} />}
    </QueryResult>
  );
}
