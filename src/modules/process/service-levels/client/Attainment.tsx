import { useQuery } from "@tanstack/react-query";
import { Segmented, Select } from "antd";
import { useState } from "react";
import type { Values } from "../../../../shared/metadata/object.ts";
import { addDays } from "../../../../shared/time/dates.ts";
import { call } from "../../../../ui/data/call.ts";
import { Answer } from "../../../../ui/kit/Answer.tsx";
import type { Clause } from "../../../../ui/kit/answer-text.ts";
import { DataTable } from "../../../../ui/kit/DataTable.tsx";
import { useLanguage } from "../../../../ui/kit/language.tsx";
import { QueryResult } from "../../../../ui/kit/QueryResult.tsx";
import { todayText } from "../../../../ui/kit/time-text.ts";
import { type AttainmentGroup, readAttainment } from "../shared/clocks.contract.ts";
import { readLevel } from "./level-form.ts";
import { levelMessages } from "./level.messages.ts";
import * as base from "../../../../ui/kit/base.module.css";

const GROUPINGS = ["person", "department", "week"] as const;
type Grouping = (typeof GROUPINGS)[number];
const DAYS = [7, 30, 90] as const;

/** How often a service level was kept of late: in a sentence, then by person, department or week. */
export function Attainment({ levels }: { readonly levels: readonly Values[] }) {
  const { t, of } = useLanguage();
  const forms = levels.map(readLevel);
  const [chosen, choose] = useState(forms[0]?.name ?? "");
  const [by, setBy] = useState<Grouping>("person");
  const [days, setDays] = useState<number>(30);
  const today = todayText();
  const body = { service_level: chosen, from: addDays(today, 1 - days), to: today, group_by: by };
  const found = useQuery({
    queryKey: ["service-levels", "attainment", body],
    queryFn: async () => (await call(readAttainment, { body })).groups,
    enabled: chosen !== "",
  });
  return (
    <section className={base.card} aria-label={t(levelMessages.attainment)}>
      <div className={base.line}>
        <Select
          aria-label={t(levelMessages.title)}
          value={chosen}
          onChange={choose}
          popupMatchSelectWidth={false}
          options={forms.map(({ name, label }) => ({ value: name, label: of(label, name) }))}
        />
        <Segmented
          aria-label={t(levelMessages.period)}
          value={days}
          onChange={setDays}
          options={DAYS.map((value) => ({ value, label: t(levelMessages.lastDays, { days: value }) }))}
        />
        <Segmented
          aria-label={t(levelMessages.groupBy)}
          value={by}
          onChange={setBy}
          options={GROUPINGS.map((value) => ({ value, label: t(levelMessages[value]) }))}
        />
      </div>
      <QueryResult query={found}>
        {(groups) => (
          <Answer clauses={attainmentAnswer(groups, days)}>
            {groups.length > 0 && <AttainmentTable groups={groups} by={by} />}
          </Answer>
        )}
      </QueryResult>
    </section>
  );
}

/** “Of 12 that ended in 30 days, 9 were in time (75 %); 4 are still open.” */
export function attainmentAnswer(groups: readonly AttainmentGroup[], days: number): readonly Clause[] {
  const sum = (name: "met" | "breached" | "open") => groups.reduce((all, one) => all + one[name], 0);
  const [met, late, open] = [sum("met"), sum("breached"), sum("open")];
  const rate = Math.round((100 * met) / (met + late));
  return [
    met + late > 0
      ? { message: levelMessages.keptOf, params: { days, met, decided: met + late, rate } }
      : { message: levelMessages.noneDecided, params: { days } },
    ...(open > 0 ? [{ message: levelMessages.stillOpen, params: { open } }] : []),
  ];
}

function AttainmentTable({
  groups,
  by,
}: {
  readonly groups: readonly AttainmentGroup[];
  readonly by: Grouping;
}) {
  const { t } = useLanguage();
  const figure = (value: string | number) => <span className={base.num}>{value}</span>;
  return (
    <DataTable<AttainmentGroup>
      label={t(levelMessages.attainment)}
      rows={groups}
      rowKey={({ key }) => key ?? ""}
      keepsColumns
      columns={[
        { key: "of", title: t(levelMessages[by]), render: ({ label }) => label ?? t(levelMessages.without) },
        { key: "met", title: t(levelMessages.met), align: "right", render: ({ met }) => figure(met) },
        {
          key: "late",
          title: t(levelMessages.late),
          align: "right",
          render: ({ breached }) => figure(breached),
        },
        { key: "open", title: t(levelMessages.open), align: "right", render: ({ open }) => figure(open) },
        {
          key: "rate",
          title: t(levelMessages.rate),
          align: "right",
          render: ({ rate }) => figure(rate === null ? "–" : `${Math.round(rate * 100)}%`),
        },
      ]}
    />
  );
}
