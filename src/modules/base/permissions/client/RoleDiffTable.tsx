import { useObjects } from "../../../../ui/data/objects.ts";
import { DataTable } from "../../../../ui/kit/DataTable.tsx";
import { useLanguage } from "../../../../ui/kit/language.tsx";
import type { DiffSample, ObjectDiff } from "../shared/role-diff.contract.ts";
import { diffMessages } from "./diff.messages.ts";
import { grouped } from "./grouped-count.ts";
import { actionMessages } from "./permissions.messages.ts";
import * as base from "../../../../ui/kit/base.module.css";
import * as styles from "./RoleDiffTable.module.css";

/** Of each object and action: who gains and who loses which records, and whom it touches most. */
export function RoleDiffTable({ rows }: { readonly rows: readonly ObjectDiff[] }) {
  const { t, of, language } = useLanguage();
  const objects = useObjects();
  const change = (
    people: number,
    records: number,
    samples: readonly DiffSample[],
    words: (typeof diffMessages)["gain"],
  ) =>
    people > 0 && (
      <span className={styles.roleDiffChange}>
        <strong>{t(words, { people: grouped(people), records: grouped(records) })}</strong>
        <span className={base.muted}>
          {samples
            .map((sample) => sample.title ?? t(diffMessages.unseen))
            .join(language === "zh-CN" ? "、" : ", ")}
        </span>
      </span>
    );
  return (
    <DataTable
      label={t(diffMessages.records)}
      rows={rows}
      rowKey={(row) => `${row.object} ${row.action}`}
      columns={[
        {
          key: "object",
          title: t(diffMessages.object),
          render: (row) => (
            <span className={styles.roleDiffAction}>
              {of(objects.get(row.object)?.label, row.object)} · {t(actionMessages[row.action])}
            </span>
          ),
        },
        {
          key: "gain",
          title: t(diffMessages.gained),
          render: (row) =>
            change(row.people_gaining, row.records_gained, row.samples.gained, diffMessages.gain),
        },
        {
          key: "lose",
          title: t(diffMessages.lost),
          render: (row) => change(row.people_losing, row.records_lost, row.samples.lost, diffMessages.lose),
        },
        {
          key: "people",
          title: t(diffMessages.most),
          render: (row) => <MostTouched people={row.people} />,
        },
      ]}
    />
  );
}

function MostTouched({ people }: Pick<ObjectDiff, "people">) {
  return (
    <span className={styles.roleDiffChange}>
      {people.slice(0, 3).map((person) => (
        <span key={person.id} className={`${base.num} ${styles.roleDiffChangeNum}`}>
          {person.name} {person.gained > 0 && `+${grouped(person.gained)}`}{" "}
          {person.lost > 0 && `−${grouped(person.lost)}`}
        </span>
      ))}
    </span>
  );
}
