import { expect } from "vitest";
import type { Client } from "./app.ts";

interface Ref {
  readonly object: string;
  readonly filter: string;
  readonly as_of?: string;
}
/** Where the records of a number stand, by the number's name. */
const NAMES: readonly (readonly [number: string, records: string])[] = [
  ["count", "records"],
  ["entered", "records"],
  ["n", "records"],
  ["won", "won_records"],
  ["lost", "lost_records"],
  ["open", "open_records"],
];
const isRef = (value: unknown): value is Ref =>
  typeof value === "object" && value !== null && "filter" in value && "object" in value;

/**
 * Every number of an answer, anywhere in it, equals the count of the list that stands behind it, asked for by
 * the same person.
 */
export async function expectRecordsBehind(client: Client, answer: unknown): Promise<void> {
  const found = numbersOf(answer, "");
  expect(found.length).toBeGreaterThan(0);
  for (const { path, value, ref } of found) {
    const query = new URLSearchParams({
      filter: ref.filter,
      limit: "1",
      count: "exact",
      ...(ref.as_of ? { as_of: ref.as_of } : {}),
    });
    const list = await client.get(`/records/${ref.object}?${query}`);
    expect({ path, total: list.json.total ?? list.text, filter: ref.filter }).toEqual({
      path,
      total: value,
      filter: ref.filter,
    });
  }
}

function numbersOf(node: unknown, path: string): { path: string; value: number; ref: Ref }[] {
  if (typeof node !== "object" || node === null) return [];
  const entries: Record<string, unknown> = { ...node };
  const here = NAMES.flatMap(([name, records]) => {
    const [value, ref] = [entries[name], entries[records]];
    return typeof value === "number" && isRef(ref) ? [{ path: `${path}.${name}`, value, ref }] : [];
  });
  return [
    ...here,
    ...Object.entries(entries).flatMap(([name, value]) => numbersOf(value, `${path}.${name}`)),
  ];
}
