import { label } from "../../../../shared/i18n/label.ts";
import { balanceKinds } from "../../balances/public.ts";

/** Rows that somebody took out in files on a day; keys are "<person>/<day>", in the company's zone. */
export const exportedRows = balanceKinds.define("export_rows", {
  label: label("导出的行数", "Rows exported"),
});
export const exportedFiles = balanceKinds.define("export_files", {
  label: label("导出的文件数", "Files exported"),
});
export const dayOf = (person: string, day: string): string => `${person}/${day}`;
