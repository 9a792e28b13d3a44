import type { Label } from "../../../../shared/i18n/label.ts";
import type { Field } from "../../../../shared/metadata/field.ts";
import type { WireValue } from "../../../../shared/metadata/object.ts";
import { isMap } from "../../../../shared/metadata/wire-value.ts";
import { type ObjectInfo, useObjects } from "../../../../ui/data/objects.ts";
import { DataTable, type DataColumn } from "../../../../ui/kit/DataTable.tsx";
import { Fold } from "../../../../ui/kit/Fold.tsx";
import { kitMessages } from "../../../../ui/kit/kit.messages.ts";
import { type LanguageTools, useLanguage } from "../../../../ui/kit/language.tsx";
import type { PreviewRow, RowOutcome } from "../shared/run.contract.ts";
import { usePipelines } from "../../../../ui/data/pipelines.ts";
import { groupDigits } from "../../../../shared/money/group-digits.ts";
import { dayText } from "../../../../ui/kit/time-text.ts";
import { fieldNamed, fieldTitle } from "./field-choices.ts";
import { importScreenMessages } from "./importing.messages.ts";
import * as base from "../../../../ui/kit/base.module.css";
import * as styles from "./PreviewTable.module.css";

const WORDS: Readonly<Record<RowOutcome, Label>> = {
  created: importScreenMessages.created,
  updated: importScreenMessages.updated,
  skipped: importScreenMessages.skipped,
  failed: importScreenMessages.failed,
  waiting: importScreenMessages.waiting,
};

type Tools = Pick<LanguageTools, "t" | "of">;
/** A value as people say it: options by their labels, yes and no in words. */
function shownValue(value: WireValue | undefined, field: Field | undefined, { t, of }: Tools): string {
  if (value === null || value === undefined) return "";
  if (typeof value === "boolean") return t(value ? kitMessages.yes : kitMessages.no);
  if (field && "options" in field && field.options) {
    const word = (name: unknown): string =>
      of(field.options?.find((option) => option.name === name)?.label, String(name));
    return Array.isArray(value) ? value.map(word).join(" · ") : word(value);
  }
  if (isMap(value) && "amount" in value) {
    const { amount, currency } = value;
    return `${groupDigits(String(amount))} ${String(currency ?? "")}`.trim();
  }
  if (typeof value === "object")
    return Object.values(value)
      .filter((part) => typeof part !== "object")
      .join(" ");
  return String(value);
}

const isFigure = (object: ObjectInfo, name: string): boolean =>
  ["money", "integer", "decimal", "percent"].includes(object.byName[name]?.kind ?? "");

/** Which stages were entered when, as the file tells. */
function TellHistory({
  object,
  history,
}: {
  readonly object: ObjectInfo;
  readonly history: PreviewRow["history"];
}) {
  const { of } = useLanguage();
  const stages = usePipelines(object.name).flatMap((pipeline) => pipeline.stages);
  const word = (name: string): string => of(stages.find((stage) => stage.name === name)?.label, name);
  return (
    <>
      {history.map(({ stage, at }) => (
        <div key={`${stage} ${at}`} className={styles.previewHistory}>
          {word(stage)} <span className={base.note}>{dayText(at)}</span>
        </div>
      ))}
    </>
  );
}

interface PreviewTableProps {
  readonly object: ObjectInfo;
  readonly rows: readonly PreviewRow[];
  /** Folded where the import is done: then its records are of interest. */
  readonly isOpen: boolean;
}
/** The first rows as they are or would be written, with what is wrong. */
export function PreviewTable({ object, rows, isOpen }: PreviewTableProps) {
  const { t, of } = useLanguage();
  const objects = useObjects();
  const names = [...new Set(rows.flatMap(({ values }) => Object.keys(values)))].slice(0, 12);
  const columns: readonly DataColumn<PreviewRow>[] = [
    { key: "#", title: t(importScreenMessages.row), align: "right", width: 60, render: ({ row }) => row },
    {
      key: "outcome",
      title: t(importScreenMessages.outcome),
      render: ({ outcome, errors }) => (
        <OutcomeCell
          word={t(WORDS[outcome])}
          isBad={outcome === "failed"}
          problems={errors.map(({ message }) => message)}
        />
      ),
    },
    ...names.map((name): DataColumn<PreviewRow> => ({
      key: name,
      title: fieldTitle(name, object, objects, of),
      align: isFigure(object, name) ? "right" : undefined,
      render: ({ values }) => shownValue(values[name], fieldNamed(name, object, objects), { t, of }),
    })),
    ...(rows.some(({ history }) => (history ?? []).length > 0)
      ? [
          {
            key: "history",
            title: t(importScreenMessages.history),
            render: ({ history }: PreviewRow) => <TellHistory object={object} history={history ?? []} />,
          },
        ]
      : []),
  ];
  return (
    <Fold title={t(importScreenMessages.preview)} isOpen={isOpen}>
      <DataTable
        keepsColumns
        label={t(importScreenMessages.preview)}
        columns={columns}
        rows={rows}
        rowKey={({ row }) => String(row)}
      />
    </Fold>
  );
}

function OutcomeCell({
  word,
  isBad,
  problems,
}: {
  readonly word: string;
  readonly isBad: boolean;
  readonly problems: readonly string[];
}) {
  return (
    <div className={styles.previewOutcome}>
      <span className={isBad ? base.noteError : undefined}>{word}</span>
      {problems.map((problem) => (
        <span key={problem} className={base.note}>
          {problem}
        </span>
      ))}
    </div>
  );
}
