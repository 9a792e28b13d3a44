import { expect, test } from "vitest";
import { buildCatalog, EMPTY_LAYER } from "../../../../engine/catalog/build-catalog.ts";
import type { Context } from "../../../../engine/kernel/context.ts";
import { shippedObjects } from "../../../../objects/registry.ts";
import { personalRows } from "./personal-rows.ts";

const catalog = buildCatalog(1, shippedObjects, EMPTY_LAYER);
// Words and fields are all that is asked of it.
const context = { catalog, language: "en" } as Context;
const record = { id: "c-1", name: "Wang Li", title: "Buyer" };
const rows = (changes: readonly unknown[]) =>
  personalRows(context, {
    object: "contact",
    record,
    changes,
    related: {},
    access: [],
    exported_at: "",
  }).slice(1);
const changed = (...changes: unknown[]) =>
  rows(changes)
    .filter(([what]) => what === "Change")
    .map((row) => row.slice(1).join(" | "));

test("each field of the record stands with its words, changes from what to what", () => {
  expect(rows([]).map(([, , field, value]) => `${field}: ${value}`)).toEqual(
    expect.arrayContaining(["Name: Wang Li", "Job title: Buyer"]),
  );
  const at = "2026-11-30T02:00:00Z";
  expect(
    changed(
      { at, changes: [{ field: "title", before: { value: "Buyer" }, after: { value: "Director" } }] },
      { at, changes: [{ field: "account", before: null, after: { value: "a-1", title: "Acme" } }] },
    ),
  ).toEqual([`1 | ${at} Job title | Buyer → Director`, `2 | ${at} Account | Acme`]);
});

test("what is of another shape tells nothing and keeps nothing else from being told", () => {
  const good = { field: "title", after: { value: "Director" } };
  expect(
    changed(
      null,
      "x",
      {},
      { changes: "x" },
      { at: "now", changes: [null, 3, {}, { field: 3 }, { field: "moon" }, good] },
    ),
  ).toEqual(["5 | now Job title | Director"]);
  expect(changed({ at: "now", changes: [{ field: "title", before: "Buyer", after: ["x"] }] })).toEqual([
    "1 | now Job title | ",
  ]);
});
