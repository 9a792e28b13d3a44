import { fits } from "../../../shared/wire/fits.ts";
import { object, shaped, text } from "../../../shared/wire/schema.ts";
import type { BaselineFigure } from "../shared/baseline.contract.ts";
import type { RecordsRef } from "../shared/insight-parts.contract.ts";

/** What says how something was asked or is listed, not what came out. */
const ASIDE = new Set([
  "computed_at",
  "as_of",
  "object",
  "pipeline",
  "mode",
  "from",
  "to",
  "unit",
  "start_at",
  "end_at",
  "sight",
  "label",
  "type",
  "outcomes",
  "titles",
  "key",
]);
const isRecords = (name: string): boolean => name === "records" || name.endsWith("_records");

/** Every number of an answer with its place in it, in a fixed order. */
export function figuresOf(answer: object): readonly BaselineFigure[] {
  const found: BaselineFigure[] = [];
  const visit = (value: unknown, place: string): void => {
    if (value === null || value === undefined) return;
    if (Array.isArray(value)) {
      value.forEach((item: unknown, at) => visit(item, `${place}.${nameOf(item, at)}`));
      return;
    }
    if (typeof value !== "object") {
      found.push({ name: place, value: String(value) });
      return;
    }
    for (const [name, part] of Object.entries(value))
      if (!ASIDE.has(name) && !isRecords(name) && name !== "stage")
        visit(part, place === "" ? name : `${place}.${name}`);
  };
  visit(answer, "");
  return found;
}
function nameOf(item: unknown, at: number): string {
  if (typeof item !== "object" || item === null) return String(at);
  if ("stage" in item && typeof item.stage === "string") return item.stage;
  if ("key" in item && typeof item.key === "object" && item.key !== null && Object.keys(item.key).length > 0)
    return Object.values(item.key).map(String).join("/");
  return String(at);
}

/** The lists of records behind the figures, each once. */
export function recordsOf(answer: object): readonly RecordsRef[] {
  const found = new Map<string, RecordsRef>();
  const visit = (value: unknown): void => {
    if (typeof value !== "object" || value === null) return;
    for (const [name, part] of Object.entries(value)) {
      if (isRecords(name) && fits(Ref, part))
        found.set(`${part.object} ${part.as_of ?? ""} ${part.filter}`, part);
      else visit(part);
    }
  };
  visit(answer);
  return [...found.values()];
}
const Ref = shaped<RecordsRef>(object({ object: text(), filter: text() }));
