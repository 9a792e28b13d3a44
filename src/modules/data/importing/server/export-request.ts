import type { ExportRequest as Asked } from "../../../../shared/wire/exports.contract.ts";

/** What is asked for, as a file of this format. */
export interface ExportRequest extends Asked {
  readonly format: "csv" | "xlsx";
}
