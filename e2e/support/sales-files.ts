import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** Where a file of the company lies. */
export const file = (name: string): string =>
  fileURLToPath(new URL(`../fixtures/${name}.csv`, import.meta.url));
/** The rows of a file of the company. */
export function rowsOf(name: string): readonly Readonly<Record<string, string>>[] {
  const [head = "", ...lines] = readFileSync(file(name), "utf8").trim().split("\n");
  const columns = head.split(",");
  return lines.map((line) =>
    Object.fromEntries(line.split(",").map((cell, place) => [columns[place] ?? "", cell])),
  );
}
export const deals = rowsOf("sales_pipeline");

/** The deals of the file that are in a stage. */
export const inStage = (name: string, rows = deals) => rows.filter((deal) => deal["deal_stage"] === name);
/** How the file's deals stood at the end of a day: those without dates were not there. */
export function stoodOn(day: string): readonly (readonly [string, number])[] {
  const there = deals.filter((deal) => deal["engage_date"] && deal["engage_date"] <= day);
  const closed = there.filter((deal) => deal["close_date"] && deal["close_date"] <= day);
  return [
    ["Engaging", there.length - closed.length],
    ["Won", inStage("Won", closed).length],
    ["Lost", inStage("Lost", closed).length],
  ];
}
