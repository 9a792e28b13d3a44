import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Client, testApp, type TestApp } from "../../../../testing/app.ts";

type Person = Client & { id: string };
let app: TestApp;
let pipeline: string;
let boss: Person;
let north: string;
const both = (text: string) => ({ "zh-CN": text, en: text });
beforeAll(async () => {
  app = await testApp();
  north = (await app.admin.make("department", { name: "North" })).id;
  boss = await app.person({ name: "Boss", role: "sales_manager" });
  const task = (id: string, assignee?: unknown) => ({
    id,
    kind: "task",
    title: both(id),
    ...(assignee ? { assignee } : {}),
  });
  const on_enter = [
    task("plain"),
    task("lead", "manager"),
    task("money", { role: "finance" }),
    task("none", { role: "read_only" }),
  ];
  const made = await app.admin.post("/pipelines", {
    object: "opportunity",
    name: "assigned",
    label: both("assigned"),
    stages: [
      { name: "a", label: both("a"), type: "open", on_exit: [task("left")] },
      {
        name: "b",
        label: both("b"),
        type: "open",
        on_enter,
        exit: [{ kind: "tasks", items: [{ id: "lead", label: both("l") }] }],
      },
      { name: "won", label: both("won"), type: "won" },
    ],
  });
  pipeline = made.json.data.id;
  expect((await app.admin.post(`/pipelines/${pipeline}/publish`, {})).json.errors).toBeUndefined();
});
afterAll(() => app.close());

/** Whose tasks a deal of somebody gets as it enters its second stage, by template. */
async function tasksOf(
  owner: string,
  more: object = {},
): Promise<Record<string, { owner: string; mandatory: boolean }>> {
  const { id } = await app.admin.make("opportunity", { name: "deal", pipeline, owner, ...more });
  const moved = await app.admin.post(`/records/opportunity/${id}/transitions`, { to: "b" });
  expect(moved.status, moved.text).toBe(200);
  const { data } = (await app.admin.get(`/records/task?filter=${encodeURIComponent(`regarding == "${id}"`)}`))
    .json;
  return Object.fromEntries(data.map((one: { template: string }) => [one.template, one]));
}
const ownersOf = async (...of: Parameters<typeof tasksOf>) =>
  Object.fromEntries(Object.entries(await tasksOf(...of)).map(([name, task]) => [name, task.owner]));

describe("who gets the tasks of a stage", () => {
  it("the owner, unless told; the manager; of a role that nobody has the owner", async () => {
    const seller = await app.person({ name: "Seller", role: "seller", manager: boss.id });
    expect(await ownersOf(seller.id)).toMatchObject({
      left: seller.id,
      plain: seller.id,
      lead: boss.id,
      money: seller.id,
      none: seller.id,
    });
  });

  it("somebody without a manager, or whose manager has left, has them on their own", async () => {
    const alone = await app.person({ name: "Alone", role: "seller" });
    expect((await ownersOf(alone.id))["lead"]).toBe(alone.id);
    const leaving = await app.person({ name: "Leaving", role: "sales_manager" });
    const led = await app.person({ name: "Led", role: "seller", manager: leaving.id });
    expect((await app.admin.patch(`/records/user/${leaving.id}`, { active: false })).status).toBe(200);
    expect((await ownersOf(led.id))["lead"]).toBe(led.id);
  });

  it("of a role the nearest: the owner, then the manager, then the department of the deal, then anybody", async () => {
    const anybody = await app.person({ name: "Anybody", role: "finance" });
    const seller = await app.person({ name: "Plain", role: "seller" });
    const money = async (owner: Person, more: object = {}) => (await ownersOf(owner.id, more))["money"];
    expect(await money(seller)).toBe(anybody.id);
    const near = await app.person({ name: "Near", role: "finance", department: north });
    expect(await money(seller, { department: north })).toBe(near.id);
    const chief = await app.person({ name: "Chief", role: "finance" });
    const led = await app.person({ name: "Led by finance", role: "seller", manager: chief.id });
    expect(await money(led, { department: north })).toBe(chief.id);
    expect(await money(near)).toBe(near.id);
    expect((await app.admin.patch(`/records/user/${chief.id}`, { active: false })).status).toBe(200);
    expect(await money(led, { department: north })).toBe(near.id);
  });

  it("those that the gate waits for are mandatory, the others are not", async () => {
    const seller = await app.person({ name: "Third", role: "seller", manager: boss.id });
    const tasks = await tasksOf(seller.id);
    expect([tasks["lead"]?.mandatory, tasks["plain"]?.mandatory, tasks["left"]?.mandatory]).toEqual([
      true,
      false,
      false,
    ]);
  });
});
