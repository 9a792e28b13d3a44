import { expect } from "vitest";
import { type Client, testApp, type TestApp } from "../app.ts";

export type Person = Client & { id: string };
export let world: TestApp;
export let head: Person;
export let owner: Person;
export let other: Person;
export let east: string;
export let south: string;

/** Makes a role. */
export const grant = async (
  role: string,
  objects: Record<string, unknown>,
  more: object = {},
): Promise<void> => {
  await world.admin.make("role", {
    name: role,
    label: { "zh-CN": role, en: role },
    rights: { objects: objects as never, fields: {}, abilities: [], ...more },
  });
};
/** The rights of who works with the records of an object. */
export const work = (read: string, update = read) => ({ create: true, read, update, delete: "none" });
export const people = Object.fromEntries(
  ["user", "department", "team", "user_department", "pipeline", "pipeline_version"].map((name) => [
    name,
    { create: false, read: "all", update: "none", delete: "none" },
  ]),
);

/**
 * Begins a company of two departments: a head, who has a lead, who has the owner; and a colleague elsewhere.
 */
export async function openSharingWorld(): Promise<void> {
  world = await testApp();
  east = (await world.admin.make("department", { name: "华东" })).id;
  south = (await world.admin.make("department", { name: "华南" })).id;
  await grant("line", {
    ...people,
    account: work("reports", "own"),
    opportunity: work("reports", "own"),
    activity: work("own"),
    note: work("own"),
  });
  await grant("own_only", {
    ...people,
    account: work("own"),
    opportunity: work("own"),
    activity: work("own"),
    note: work("own"),
  });
  await grant("own_department", { ...people, account: work("department", "own") });
  await grant("reader", {
    ...people,
    account: { create: false, read: "own", update: "none", delete: "none" },
  });
  head = await world.person({ name: "林总", role: "line", department: east });
  const lead = await world.person({ name: "周组长", role: "own_only", department: south, manager: head.id });
  owner = await world.person({ name: "王敏", role: "own_only", department: south, manager: lead.id });
  other = await world.person({ name: "李静", role: "own_only", department: east });
}

/** Whether somebody sees a record; every road has to say the same. */
export const sees = async (who: Client, object: string, id: string): Promise<boolean> => {
  const [one, listed, counted] = await Promise.all([
    who.get(`/records/${object}/${id}`),
    who.get(`/records/${object}?filter=${encodeURIComponent(`id == "${id}"`)}`),
    who.post(`/records/${object}/aggregate`, { filter: `id == "${id}"`, measures: [{ fn: "count" }] }),
  ]);
  const all = [one.status === 200, listed.json.data.length === 1, counted.json.groups[0]?.values[0] === 1];
  expect(new Set(all).size, "every road agrees").toBe(1);
  return all[0] === true;
};
/** Shares an account. */
export const shareWith = (
  who: Client,
  record: string,
  to: { object: string; id: string },
  more: object = {},
) => who.post("/records/share", { regarding: { object: "account", id: record }, to, ...more });
