import { textOf, type Language } from "../../../../shared/i18n/label.ts";
import type { LabelMap } from "../../../../shared/i18n/label.ts";
import type { ColumnSetting, Question } from "../shared/run.contract.ts";
import { guessMeant } from "../shared/guess-meant.ts";
import { hash } from "./key-set.ts";

type Candidate = Question["candidates"][number];
export type Asked = Pick<Question, "kind" | "field" | "column" | "cell" | "candidates"> & {
  readonly creatable?: boolean;
  readonly several?: boolean;
};
const MAX_QUESTIONS = 500;

export const questionId = (column: string, cell: string): string => hash(`${column}\0${cell}`).toString(36);

/** Gathers one question per column and cell, counting the rows that hold it. */
export class Questions {
  readonly #asked: Map<string, Question>;
  constructor(known: Readonly<Record<string, Question>>) {
    this.#asked = new Map(Object.entries(known));
  }
  ask({ kind, field, column, cell, candidates, creatable = false, several = false }: Asked): void {
    const offered = candidates.map(({ id, title }) => ({ id, title }));
    this.#add({
      id: questionId(column, cell),
      kind,
      field,
      column,
      cell,
      rows: 1,
      candidates: offered,
      creatable,
      ...(several ? { several: true } : {}),
    });
  }
  /** Asks once for a whole column. */
  askSetting(
    column: string,
    field: string,
    setting: ColumnSetting,
    cell: string,
    candidates: readonly Candidate[],
  ): void {
    this.#add({
      id: questionId(column, `\0${setting}`),
      kind: "setting",
      field,
      column,
      cell,
      rows: 1,
      candidates,
      creatable: false,
      setting,
    });
  }
  #add(question: Question): void {
    const known = this.#asked.get(question.id);
    if (known) this.#asked.set(question.id, { ...known, rows: known.rows + 1 });
    else if (this.#asked.size < MAX_QUESTIONS) this.#asked.set(question.id, question);
  }
  all(): Readonly<Record<string, Question>> {
    return Object.fromEntries(this.#asked);
  }
}

/** Options to choose from: the likely ones first, all of them where there are few. */
export function optionCandidates(
  options: readonly { readonly name: string; readonly label: LabelMap; readonly hidden?: boolean }[],
  cell: string,
  language: Language,
): readonly Candidate[] {
  const offered = options
    .filter((option) => !option.hidden)
    .map((option) => ({ id: option.name, title: textOf(option.label, language, option.name) }));
  // The file may speak another language than who reads the question.
  const names = options
    .filter((option) => !option.hidden)
    .flatMap(({ name, label }) =>
      [...new Set([...Object.values(label), name])].map((title) => ({ id: name, title: title ?? name })),
    );
  const meant = cell === "" ? [] : guessMeant(cell, names).map(({ id }) => id);
  const near = [...new Set(meant)].flatMap((id) => offered.find((one) => one.id === id) ?? []);
  if (offered.length > 20 && near.length > 0) return near;
  return [...near, ...offered.filter(({ id }) => !near.some((one) => one.id === id))].slice(0, 50);
}
