import { expect, test } from "vitest";
import { buildCatalog, EMPTY_LAYER } from "../../../../engine/catalog/build-catalog.ts";
import type { Context } from "../../../../engine/kernel/context.ts";
import { shippedObjects } from "../../../../objects/registry.ts";
import type { HandoverPlan } from "../shared/handover.contract.ts";
import { besideOf, operationsOf } from "./beside.ts";
import { dutiesOf } from "./duties.ts";

const catalog = buildCatalog(1, shippedObjects, EMPTY_LAYER);
const duties = dutiesOf({ catalog } as Context);
const duty = (object: string, field: string) =>
  duties.find((one) => one.object === object && one.field === field);

test("what people own hangs on them, and every other field that names a person and may be changed", () => {
  for (const [object, field] of [
    ["account", "owner"],
    ["opportunity", "owner"],
    ["task", "owner"],
    ["user", "manager"],
    ["department", "head"],
    ["team", "lead"],
  ] as const)
    expect(duty(object, field), `${object}.${field}`).toBeDefined();
});

test("who made or changed a record, and what is personal, stays with who did it", () => {
  expect(duties.filter(({ field }) => ["created_by", "updated_by"].includes(field))).toEqual([]);
  expect(duties.some(({ object }) => object === "view")).toBe(false);
  expect(new Set(duties.map(({ object, field }) => `${object}.${field}`)).size).toBe(duties.length);
});

test("deals that are won or lost and tasks that are done are no open work; an account always is", () => {
  expect(duty("opportunity", "owner")?.open).toMatch(/stage_type.*won.*lost/);
  expect(duty("task", "owner")?.open).toMatch(
    /"status" is null or t."status" not in \('done', 'cancelled'\)/,
  );
  expect(duty("account", "owner")?.open).toBe("true");
  expect(duty("user", "manager")?.open).toBe(`t."active" is not false`);
});

const plan = (more: Partial<HandoverPlan> = {}): HandoverPlan => ({
  to: "heir",
  deactivate: true,
  end_shares: false,
  ...more,
});
test("who only changes place keeps what they asked for and have under way; shares end only if wanted", () => {
  expect(besideOf(plan())).toEqual(["approvals", "requests", "roles", "rules", "views", "jobs"]);
  expect(besideOf(plan({ deactivate: false }))).toEqual(["approvals", "roles", "rules", "views"]);
  expect(besideOf(plan({ deactivate: false, end_shares: true }))).toContain("shares");
});

const NOW = "2026-11-30T00:00:00Z";
const handed = (...[kind, row, settled = new Set()]: HandedOver) =>
  operationsOf(kind, row, { to: "heir", now: NOW }, settled);
type HandedOver = [
  Parameters<typeof operationsOf>[0],
  Parameters<typeof operationsOf>[1],
  Parameters<typeof operationsOf>[3]?,
];

test("a consent goes to the successor, to the administrators where they asked for it themselves", () => {
  expect(handed("approvals", { id: "r", data: { owner: "somebody" } })).toMatchObject([
    { op: "update", object: "approval_request", id: "r", values: { approver: "heir" } },
  ]);
  expect(handed("approvals", { id: "r", data: { owner: "heir" } })).toMatchObject([
    { values: { approver: null, approver_role: "administrator" } },
  ]);
});

test("a place in the team of a record is handed on as it was, unless the successor works on it already", () => {
  const row = { id: "s", data: { level: "edit", duty: "presales" } } as const;
  expect(handed("roles", row)).toMatchObject([
    { op: "delete", object: "share", id: "s" },
    { op: "create", object: "share", values: { ...row.data, to: { object: "user", id: "heir" } } },
  ]);
  expect(handed("roles", row, new Set(["s"]))).toMatchObject([{ op: "delete", object: "share", id: "s" }]);
});

test("requests are withdrawn, rules and public views get the successor, shares end, jobs write nothing", () => {
  const row = { id: "x", data: {} };
  expect(handed("requests", row)).toMatchObject([
    { values: { status: "withdrawn", decided_at: NOW, open_key: null } },
  ]);
  expect(handed("rules", row)).toMatchObject([
    { object: "sharing_rule", values: { to: { object: "user", id: "heir" } } },
  ]);
  expect(handed("views", row)).toMatchObject([{ object: "view", values: { owner: "heir" } }]);
  expect(handed("shares", row)).toMatchObject([{ op: "delete", object: "share" }]);
  expect(handed("jobs", row)).toEqual([]);
});
