import { afterAll, beforeAll, expect, it } from "vitest";
import { type Client, testApp, type TestApp } from "../../testing/app.ts";
import { newId } from "./ids.ts";
import { save } from "./save.ts";

let app: TestApp;
let admin: Client;
const label = (text: string) => ({ "zh-CN": text, en: text });
const codeOf = (answer: { status: number; json: { errors?: { code: string; field: string }[] } }) => [
  answer.status,
  answer.json.errors?.[0]?.code,
];
const CIRCLE = [422, "circle"];

beforeAll(async () => {
  app = await testApp();
  ({ admin } = app);
  expect((await admin.post("/objects", { name: "site", label: label("Site") })).status).toBe(201);
  for (const [name, more] of [
    ["parent", {}],
    ["replaces", { hierarchy: false }],
  ] as const)
    expect(
      (
        await admin.post("/objects/site_c/fields", {
          name,
          kind: "link",
          targets: ["site_c"],
          label: label(name),
          ...more,
        })
      ).status,
    ).toBe(201);
});
afterAll(() => app.close());

const HIERARCHIES = [
  ["contact", "reports_to"],
  ["account", "parent"],
  ["department", "parent"],
  ["user", "manager"],
  ["site_c", "parent_c"],
] as const;

it("no hierarchy leads back to where it began: at once, over others, in a batch, in bulk", async () => {
  for (const [object, field] of HIERARCHIES) {
    const [a, b, c] = [
      await admin.make(object, { name: `${object} A` }),
      await admin.make(object, { name: `${object} B` }),
      await admin.make(object, { name: `${object} C` }),
    ];
    const put = (id: string, to: string) => admin.patch(`/records/${object}/${id}`, { [field]: to });
    expect(codeOf(await put(a.id, a.id)), object).toEqual(CIRCLE);
    expect([(await put(b.id, a.id)).status, (await put(c.id, b.id)).status]).toEqual([200, 200]);
    expect(codeOf(await put(a.id, c.id)), object).toEqual(CIRCLE);
    expect(codeOf(await put(a.id, b.id)), object).toEqual(CIRCLE);
    const bulk = await admin.post(`/records/${object}/bulk`, { ids: [a.id], values: { [field]: c.id } });
    expect([bulk.status, bulk.json.results[0].errors[0].code], object).toEqual(CIRCLE);
    const [x, y] = [newId(), newId()];
    const batch = await admin.post("/batch", {
      operations: [
        { op: "create", object, id: x, values: { name: `${object} X`, [field]: y } },
        { op: "create", object, id: y, values: { name: `${object} Y`, [field]: x } },
      ],
    });
    expect(codeOf(batch), object).toEqual(CIRCLE);
    expect((await put(b.id, c.id)).status).toBe(422);
  }
});

it("a chain as deep as one likes is followed to its end", async () => {
  let above: string | null = null;
  const ids: string[] = [];
  for (let depth = 0; depth < 12; depth += 1) {
    const made: { id: string } = await admin.make("contact", { name: `D${depth}`, reports_to: above });
    above = made.id;
    ids.push(made.id);
  }
  expect(codeOf(await admin.patch(`/records/contact/${ids[0]}`, { reports_to: ids[11] }))).toEqual(CIRCLE);
});

it("a link that is no hierarchy may go in circles; a definition can say so later", async () => {
  const [a, b] = [await admin.make("site_c", { name: "Old" }), await admin.make("site_c", { name: "New" })];
  const put = (id: string, field: string, to: string) =>
    admin.patch(`/records/site_c/${id}`, { [field]: to });
  expect([
    (await put(a.id, "replaces_c", b.id)).status,
    (await put(b.id, "replaces_c", a.id)).status,
  ]).toEqual([200, 200]);
  expect((await put(a.id, "replaces_c", a.id)).status).toBe(200);
});

it("rows of one file that close a circle together are refused, and two writers who would close one at once do not", async () => {
  const [a, b] = [await admin.make("contact", { name: "RA" }), await admin.make("contact", { name: "RB" })];
  const link = (id: string, to: string) =>
    ({ op: "update", object: "contact", id, values: { reports_to: to } }) as const;
  const { results } = await save(await app.context(), {
    road: "import",
    mode: "each",
    operations: [link(a.id, b.id), link(b.id, a.id)],
  });
  expect(results.map((one) => one.ok || one.refusal.reasons[0]?.code)).toEqual(["circle", "circle"]);
  for (let round = 0; round < 5; round += 1) {
    const [x, y] = [
      await admin.make("contact", { name: `X${round}` }),
      await admin.make("contact", { name: `Y${round}` }),
    ];
    const both = await Promise.all([
      admin.patch(`/records/contact/${x.id}`, { reports_to: y.id }),
      admin.patch(`/records/contact/${y.id}`, { reports_to: x.id }),
    ]);
    expect(both.map(({ status }) => status).toSorted()).toEqual([200, 422]);
  }
});
