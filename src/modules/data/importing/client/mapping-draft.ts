import { isMap } from "../../../../shared/metadata/wire-value.ts";
import type { ImportOptionsInput } from "../shared/given-options.contract.ts";
import type { Inspected, ReadingChoice } from "../shared/inspection.contract.ts";
import { readingIn } from "./FileReading.tsx";

/**
 * What one has chosen for a file and not yet checked. It lives as long as the tab; once checked, the import
 * itself keeps it.
 */
const keyFor = (inspected: Inspected): string =>
  `sluice.import.${inspected.from ?? JSON.stringify([inspected.upload, readingIn(inspected)])}`;
const readingKey = (upload: string): string => `sluice.import.reading.${upload}`;
/** What the choices began with: answers given meanwhile make them out of date. */
const baseOf = ({ options }: Inspected): string => JSON.stringify(options ?? null);

const isOptions = (value: unknown): value is ImportOptionsInput =>
  isMap(value) && isMap(value["mapping"]) && typeof value["on_match"] === "string";
const isReading = (value: unknown): value is ReadingChoice => isMap(value);

function readKept(key: string): unknown {
  try {
    return JSON.parse(sessionStorage.getItem(key) ?? "null");
  } catch {
    return null;
  }
}
function keep(key: string, value: unknown): void {
  try {
    sessionStorage.setItem(key, JSON.stringify(value));
  } catch {
    // A browser that keeps nothing loses only what was not checked.
  }
}

export const keepMapping = (inspected: Inspected, options: Partial<ImportOptionsInput>): void =>
  keep(keyFor(inspected), { base: baseOf(inspected), chosen: { empty: "keep", ...options } });

export function keptMapping(inspected: Inspected): ImportOptionsInput | undefined {
  const kept = readKept(keyFor(inspected));
  if (!isMap(kept) || kept["base"] !== baseOf(inspected)) return undefined;
  const options: unknown = kept["chosen"];
  return isOptions(options) ? options : undefined;
}

export const keepReading = (inspected: Inspected): void =>
  keep(readingKey(inspected.upload), readingIn(inspected));
export function keptReading(upload: string): ReadingChoice {
  const kept = readKept(readingKey(upload));
  return isReading(kept) ? kept : {};
}

/** The file as it is shown: with what was chosen for it before. */
export function withKeptMapping(inspected: Inspected): Inspected {
  const options = keptMapping(inspected);
  return options ? { ...inspected, options } : inspected;
}

/** Another file takes over what was chosen for columns of the same name. */
export function carryMapping(from: Inspected, to: Inspected): void {
  const before = keptMapping(from) ?? from.options;
  if (!before) return;
  const known = new Set(from.columns.map(({ name }) => name));
  const taken = to.columns.flatMap(({ name }) => {
    const plan = before.mapping?.[name];
    return plan ? [[name, plan] as const] : [];
  });
  if (taken.length === 0) return;
  const suggested = to.columns.flatMap(({ name, suggestion }) => {
    if (known.has(name) || !suggestion) return [];
    const { confidence: _confidence, ...plan } = suggestion;
    return [[name, plan] as const];
  });
  const { header_row: _row, header_rows: _rows, sheet: _sheet, ...kept } = before;
  keepMapping(to, { ...kept, mapping: Object.fromEntries([...suggested, ...taken]) });
}
