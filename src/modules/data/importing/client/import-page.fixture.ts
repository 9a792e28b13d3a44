import type { ImportAnswer, Question } from "../shared/run.contract.ts";

/** As the small world of screens makes them. */
const idNo = (number: number): string => `00000000-0000-4000-8000-${String(number).padStart(12, "0")}`;

/** A dry run of three rows that is done, one of them failed. */
export const tried: ImportAnswer = {
  id: idNo(70),
  object: "contact",
  file_name: "people.csv",
  dry_run: true,
  status: "done",
  rows: 3,
  total: 3,
  created: 1,
  updated: 1,
  skipped: 0,
  failed: 1,
  linked_created: 0,
  overrides: 0,
  progress: 1,
  questions: [],
  reading: null,
  notices: [],
  header: ["Name", "Company"],
  options: { object: "contact", dry_run: true, on_match: "update", empty: "keep" },
  preview: [
    {
      row: 1,
      outcome: "created",
      values: { name: "Wang Li", account: "Acme" },
      errors: [],
      record: null,
      history: [],
    },
    {
      row: 2,
      outcome: "failed",
      values: { name: "Zhao Min" },
      errors: [{ code: "not_an_email", field: "email", message: "“x” is no mail address" }],
      record: null,
      history: [],
    },
  ],
  errors_file: `/api/v1/imports/${idNo(70)}/errors.csv`,
  error: null,
  undo: null,
  undoable: false,
  made_at: "2026-11-30T02:00:00Z",
  started_at: "2026-11-30T02:00:01Z",
  finished_at: "2026-11-30T02:00:02Z",
  reasons: [
    {
      code: "not_an_email",
      field: "email",
      message: "“x” is no mail address",
      rows: 7,
      numbers: [2, 3, 4, 5, 6],
      failed: 7,
    },
  ],
  records: [],
};
/** The same as an import that wrote two records. */
export const written: ImportAnswer = {
  ...tried,
  id: idNo(71),
  dry_run: false,
  undoable: true,
  records: [idNo(90), idNo(91)],
};

export const company: Question = {
  id: "q-company",
  kind: "link",
  field: "account",
  column: "Company",
  cell: "Acmee",
  rows: 4,
  candidates: [
    { id: idNo(90), title: "Acme" },
    { id: idNo(91), title: "Acme Tools" },
  ],
  creatable: true,
};
export const unknown: Question = { ...company, id: "q-unknown", cell: "Nobody Ltd", rows: 1, candidates: [] };
