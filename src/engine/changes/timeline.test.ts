import { afterAll, beforeAll, expect, test } from "vitest";
import { testApp, type TestApp } from "../../testing/app.ts";

let app: TestApp;
beforeAll(async () => {
  app = await testApp();
});
afterAll(async () => app.close());

test("pages of a timeline give each entry once, also far back", async () => {
  const account = await app.admin.make("account", { name: "Busy" });
  const operations = Array.from({ length: 100 }, (_, at) => ({
    op: "update",
    object: "account",
    id: account.id,
    values: { phone: `010-555${1000 + at}` },
  }));
  for (const from of ["010", "021"]) {
    const moved = operations.map((one) => ({
      ...one,
      values: { phone: one.values.phone.replace("010", from) },
    }));
    expect((await app.admin.post("/batch", { operations: moved })).status).toBe(200);
  }
  for (const subject of ["one", "two", "three"])
    await app.admin.make("note", {
      subject,
      content: subject,
      regarding: { object: "account", id: account.id },
    });
  const seen: string[] = [];
  for (let cursor: string | null = "2999-01-01T00:00:00Z"; cursor;) {
    const page = await app.admin.get(
      `/records/account/${account.id}/timeline?limit=50&cursor=${encodeURIComponent(cursor)}`,
    );
    expect(page.status, page.text).toBe(200);
    seen.push(
      ...page.json.data.map(
        (entry: { type: string; data: { seq?: number; id?: string } }) =>
          `${entry.type} ${entry.data.seq ?? entry.data.id}`,
      ),
    );
    cursor = page.json.page.next;
  }
  expect(new Set(seen).size).toBe(seen.length);
  expect(seen.filter((entry) => entry.startsWith("change"))).toHaveLength(201);
  expect(seen.filter((entry) => entry.startsWith("note"))).toHaveLength(3);
});

test("the timeline of an account tells what happens around its deals and contacts, to who may see them; it can be narrowed", async () => {
  const seller = await app.person({ name: "Seller", role: "seller" });
  const other = await app.person({ name: "Other", role: "seller" });
  const account = await app.admin.make("account", { name: "Vision Water", owner: seller.id });
  const contact = await app.admin.make("contact", { name: "Wang", account: account.id, owner: seller.id });
  const deal = await app.admin.make("opportunity", {
    name: "Pump one",
    account: account.id,
    owner: seller.id,
  });
  const hidden = await app.admin.make("opportunity", {
    name: "Pump two",
    account: account.id,
    owner: other.id,
  });
  const log = (regarding: { object: string; id: string }, content: string) =>
    app.admin.make("activity", { type: "call", content, regarding });
  await log({ object: "account", id: account.id }, "with the account");
  await log({ object: "contact", id: contact.id }, "with the contact");
  await log({ object: "opportunity", id: deal.id }, "about the deal");
  await log({ object: "opportunity", id: hidden.id }, "about the other deal");
  const stages = (await app.admin.get(`/records/opportunity/${deal.id}/transitions`)).json.data as {
    to: string;
    current?: boolean;
  }[];
  const lost = stages.find((one) => one.to === "lost");
  if (lost)
    await app.admin.post(`/records/opportunity/${deal.id}/transitions`, { to: "lost", reason: "too dear" });

  interface Line {
    type: string;
    of?: { object: string; title: string };
    data: { content?: string; changes?: { field: string }[] };
  }
  const read = async (show: string): Promise<Line[]> =>
    (await seller.get(`/records/account/${account.id}/timeline?show=${show}`)).json.data;
  const activities = await read("activities");
  expect(activities.map((one) => [one.data.content, one.of?.title])).toEqual([
    ["about the deal", "Pump one"],
    ["with the contact", "Wang"],
    ["with the account", undefined],
  ]);
  const changes = await read("changes");
  expect(changes.every((one) => one.type === "change" || one.type === "approval")).toBe(true);
  expect(new Set(changes.map((one) => one.of?.title))).toEqual(new Set(["Pump one", "Wang", undefined]));
  const all = await read("all");
  expect(all).toHaveLength(activities.length + changes.length);
  expect(JSON.stringify(all)).not.toMatch(/Pump two|about the other deal/);
  // Page by page the same entries, each once.
  const paged: Line[] = [];
  for (let cursor: string | null = "2999-01-01T00:00:00Z"; cursor;) {
    const page = await seller.get(
      `/records/account/${account.id}/timeline?limit=2&cursor=${encodeURIComponent(cursor)}`,
    );
    paged.push(...page.json.data);
    cursor = page.json.page.next;
  }
  expect(paged).toEqual(all);
  expect((await app.admin.get(`/records/account/${account.id}/timeline?show=nothing`)).status).toBe(400);
});

test("a timeline can be narrowed to the tasks of a record, done and open, and nothing else", async () => {
  const { id } = await app.admin.make("account", { name: "With tasks" });
  const regarding = { object: "account", id };
  await app.admin.make("task", { subject: "Call them", regarding });
  await app.admin.make("task", { subject: "Done already", regarding, status: "done" });
  await app.admin.make("activity", { type: "call", content: "no task", regarding });
  await app.admin.make("note", { content: "no task either", regarding });
  const { data } = (await app.admin.get(`/records/account/${id}/timeline?show=tasks`)).json;
  expect(
    data.map((one: { type: string; data: { subject: string } }) => [one.type, one.data.subject]),
  ).toEqual([
    ["task", "Done already"],
    ["task", "Call them"],
  ]);
});
