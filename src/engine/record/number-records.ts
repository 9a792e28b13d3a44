import type { Transaction } from "../../platform/db/database.ts";
import type { FieldOf } from "../../shared/metadata/field.ts";
import type { CatalogObject } from "../../shared/metadata/object.ts";
import { dayIn } from "../../shared/time/zone.ts";
import type { Context } from "../context.ts";
import { systemTable } from "../schema/names.ts";
import type { Item } from "./batch.ts";

type AutoNumber = FieldOf<"auto_number">;

/** Gives new records their numbers, e.g. "Q-{YYYY}{MM}-{0000}" → Q-202611-0001, unique by period. One statement per field and period. */
export async function numberRecords(tx: Transaction, context: Context, object: CatalogObject, items: readonly Item[]): Promise<void> {
  const fields = object.fields.filter((field): field is AutoNumber & typeof field => field.kind === "auto_number" && !field.hidden);
  for (const field of fields) {
    const fresh = items.filter((item) => item.operation.op === "create" && !item.after[field.name]);
    const today = dayIn(context.company.zone, context.now);
    if (fresh.length === 0) continue;
    const [row] = await tx.query<{ value: number }>({
      text: `insert into ${systemTable(context.workspace, "counter")} as c (name, value) values ($1, $2) on conflict (name) do update set value = c.value + $2 returning value`,
      values: [`${object.name}.${field.name}.${periodOf(field, today)}`, fresh.length],
    });
    const first = (row?.value ?? 0) - fresh.length + 1;
    fresh.forEach((item, index) => {
      item.after[field.name] = formatNumber(field.format, first + index, today);
      item.changed.add(field.name);
    });
  }
}

const LENGTHS = { year: 4, month: 7, day: 10 } as const;
const periodOf = (field: AutoNumber, today: string): string => (field.period ? today.slice(0, LENGTHS[field.period]) : "all");

/** `{YYYY} {MM} {DD}` and one run of zeros `{0000}` for the number. */
export function formatNumber(format: string, value: number, today: string): string {
  const [year = "", month = "", day = ""] = today.split("-");
  return format
    .replaceAll("{YYYY}", year)
    .replaceAll("{YY}", year.slice(2))
    .replaceAll("{MM}", month)
    .replaceAll("{DD}", day)
    .replace(/\{(0+)\}/, (_, zeros: string) => String(value).padStart(zeros.length, "0"));
}
