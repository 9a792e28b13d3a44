import { afterAll, beforeAll, expect, test } from "vitest";
import { testApp, type TestApp } from "../../testing/app.ts";
import { replayLog } from "./replay.ts";

let world: TestApp;
beforeAll(async () => {
  world = await testApp();
});
afterAll(() => world.close());
const both = (text: string) => ({ "zh-CN": text, en: text });

test("replayed from zero, fields whose kind has changed hold what rows and versions hold, over several changes and with values that have no equal in the past", async () => {
  const { admin } = world;
  const options = [
    { name: "hot", label: both("Hot") },
    { name: "cold", label: both("Cold") },
  ];
  const fields = {
    worth: [{ kind: "text" }, "1,200.5", "30", [{ kind: "decimal" }]],
    day: [{ kind: "text" }, "2026/3/5", "2026-03-06", [{ kind: "date" }, { kind: "datetime" }]],
    mood: [
      { kind: "text" },
      "Hot",
      "cold",
      [
        { kind: "select", options },
        { kind: "multiselect", options },
      ],
    ],
    many: [
      { kind: "multiselect", options },
      ["hot"],
      ["cold"],
      [{ kind: "select", options }, { kind: "text" }],
    ],
    flag: [{ kind: "boolean" }, true, false, [{ kind: "text" }]],
    size: [{ kind: "integer" }, 7, 8, [{ kind: "decimal" }, { kind: "text" }]],
  } as const;
  for (const [name, [definition]] of Object.entries(fields)) {
    const made = await admin.post("/objects/account/fields", { name, label: both(name), ...definition });
    expect(made.status, made.text).toBe(201);
  }
  const values = (place: 1 | 2) =>
    Object.fromEntries(Object.entries(fields).map(([name, field]) => [`${name}_c`, field[place]])) as object;
  const one = await admin.make("account", { name: "One", ...values(1) });
  expect(one.id).toBeTruthy();
  const odd = await admin.make("account", { name: "Odd", worth_c: "a lot", mood_c: "so so" });
  expect((await admin.patch(`/records/account/${odd.id}`, { worth_c: "5", mood_c: null })).status).toBe(200);
  expect((await admin.patch(`/records/account/${one.id}`, values(2))).status).toBe(200);
  for (const [name, [, , , kinds]] of Object.entries(fields))
    for (const kind of kinds) {
      const changed = await admin.patch(`/objects/account/fields/${name}_c`, kind);
      expect(changed.status, `${name}: ${changed.text}`).toBe(200);
    }
  expect((await admin.patch(`/records/account/${one.id}`, { name: "Later", worth_c: "31" })).status).toBe(
    200,
  );
  // Whoever had no value has none of the other kind either.
  expect((await admin.get(`/records/account/${odd.id}`)).json.data).toMatchObject({
    mood_c: null,
    many_c: null,
    flag_c: null,
    worth_c: "5",
  });
  const report = await replayLog(await world.context());
  expect(report.find(({ what }) => what === "account")?.differing).toEqual([]);
});
