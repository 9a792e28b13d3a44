import { objectRights } from "../../../../engine/public.ts";
import type { Reason } from "../../../../shared/metadata/reason.ts";
import { lineField } from "../shared/line-columns.ts";
import { optionCandidates, type Questions } from "./questions.ts";
import type { LinkedRow } from "./resolve-links.ts";
import type { Running } from "./running.ts";
import { mayMakeOption } from "./make-options.ts";
import { settingCandidates } from "./setting-questions.ts";

type Asking = Pick<Running, "context" | "language" | "plan">;

/**
 * Names and options that were not found are asked about once per value, those of a constant as those of a
 * column.
 */
export function askOfCells(asking: Asking, questions: Questions, rows: readonly LinkedRow[]): void {
  for (const row of rows) {
    ask(asking, questions, row, (name) => name);
    for (const { list, row: line } of row.lines ?? [])
      ask(asking, questions, line, (name) => lineField(list.field.name, name));
  }
}

function ask(
  { context, language, plan }: Asking,
  questions: Questions,
  { row, unsure }: LinkedRow,
  named: (field: string) => string,
): void {
  if (row.skips) return;
  for (const { step, cell, candidates } of unsure) {
    const creatable = step.targets.some((object) => objectRights(context, { name: object }).create);
    questions.ask({
      kind: "link",
      field: named(step.field.name),
      column: step.column,
      cell,
      candidates,
      creatable,
    });
  }
  for (const { step, cell } of row.unknown)
    if ("field" in step && "options" in step.field && step.field.options)
      questions.ask({
        kind: "option",
        field: named(step.field.name),
        column: step.column,
        cell,
        candidates: optionCandidates(step.field.options, cell, language),
        creatable: mayMakeOption(context, plan.object.name, named(step.field.name)),
        several: step.field.kind === "multiselect",
      });
  for (const { step, cell, setting } of row.undecided)
    questions.askSetting(
      step.column,
      "field" in step ? named(step.field.name) : "",
      setting,
      cell,
      settingCandidates(setting, cell),
    );
}

/** Empty cells of fields that must have a value are asked about, too. */
export function askOfEmpty(
  { plan, language }: Pick<Running, "plan" | "language">,
  questions: Questions,
  rows: readonly LinkedRow[],
  reasonsOf: (row: LinkedRow) => readonly Reason[],
): void {
  for (const row of rows) {
    const missing = reasonsOf(row)
      .filter(({ code }) => code === "required")
      .map(({ field }) => field);
    if (missing.length === 0) continue;
    for (const step of plan.steps) {
      if (
        !("field" in step) ||
        step.constant !== undefined ||
        !missing.includes(step.field.name) ||
        (row.row.cells[step.index] ?? "").trim() !== ""
      )
        continue;
      const options =
        "options" in step.field && step.field.options
          ? optionCandidates(step.field.options, "", language)
          : [];
      questions.ask({
        kind: "empty",
        field: step.field.name,
        column: step.column,
        cell: "",
        candidates: options,
      });
    }
  }
}
