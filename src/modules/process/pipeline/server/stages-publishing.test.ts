import { afterAll, beforeAll, expect, test } from "vitest";
import {
  app,
  both,
  errors,
  move,
  openStagesWorld,
  publish,
  stage,
} from "../../../../testing/worlds/stages-world.ts";

beforeAll(openStagesWorld);
afterAll(() => app.close());

test("publishing without a removed stage asks where its records go, moves them, and keeps versions", async () => {
  const pipeline = await publish("versions", [
    stage("a", "open"),
    stage("b", "open"),
    stage("won", "won", { entry: [{ kind: "fields", fields: ["amount"] }] }),
  ]);
  const id = await app.make("opportunity", { name: "moves along", pipeline, stage: "b" });
  expect(
    (
      await app.call("PATCH", `/pipelines/${pipeline}`, {
        stages: [
          stage("a", "open", { entry: [{ kind: "condition", expression: "amuont > 1" }] }),
          stage("won", "won"),
        ],
      })
    ).status,
  ).toBe(200);
  expect((await app.call("GET", `/records/opportunity/${id}/transitions`)).at("data.length")).toBe(3);
  const bad = await app.call("POST", `/pipelines/${pipeline}/publish`, {});
  expect([bad.status, bad.at("code"), bad.at("errors.0.code"), bad.at("errors.0.field")]).toEqual([
    422,
    "bad_definition",
    "bad_expression",
    "stages.a.entry.a_entry_1",
  ]);
  // The same words as the draft is saved and read, as it is published, and as it is replayed: the place as
  // people see it.
  const place = "a › Entry criteria › Condition: ";
  const draft = await app.call("GET", `/pipelines/${pipeline}`);
  const replayed = await app.call("POST", `/pipelines/${pipeline}/simulate`, {
    from: "2026-01-01",
    to: "2026-01-31",
  });
  const said = [
    bad.at("errors.0.message"),
    draft.at("data.problems.0.message"),
    replayed.at("errors.0.message"),
  ];
  expect([replayed.status, ...said.map((message) => String(message).startsWith(place))]).toEqual([
    422,
    true,
    true,
    true,
  ]);
  const unchosen = {
    stages: [
      stage("a", "open", {
        entry: [
          { kind: "document", document_type: "" },
          { kind: "document", document_type: "contract" },
        ],
      }),
      stage("won", "won"),
    ],
  };
  expect((await app.call("PATCH", `/pipelines/${pipeline}`, unchosen)).at("data.problems.0.message")).toBe(
    "a › Entry criteria › Document 1: Choose a document type",
  );
  await app.call("PATCH", `/pipelines/${pipeline}`, {
    stages: [stage("a", "open", { entry: [{ kind: "fields", fields: ["amount"] }] }), stage("won", "won")],
  });
  const asked = await app.call("POST", `/pipelines/${pipeline}/publish`, {});
  expect([asked.status, asked.at("errors.0.field"), asked.at("errors.0.params.count")]).toEqual([
    422,
    "map.b",
    1,
  ]);
  const done = await app.call("POST", `/pipelines/${pipeline}/publish`, { map: { b: "a" } });
  expect([done.status, done.at("data.version"), done.at("moved")]).toEqual([200, 2, 1]);
  const record = await app.call("GET", `/records/opportunity/${id}`);
  expect([record.at("data.stage"), record.at("data.pipeline_version")]).toEqual(["a", 2]);
  const versions = (await app.call("GET", `/pipelines/${pipeline}/versions`)).at("data") as {
    number: number;
    map: object | null;
  }[];
  expect(versions.map(({ number, map }) => [number, map])).toEqual([
    [2, { b: "a" }],
    [1, {}],
  ]);
  expect(
    (
      await app.call(
        "POST",
        "/pipelines",
        { object: "opportunity", name: "mine", label: both("x"), stages: [] },
        "seller",
      )
    ).status,
  ).toBe(403);
});

test("rules: no skipping, no way back, roles that may move; layers are switched off one by one", async () => {
  const rules = { allow_skip: false, allow_backward: false, create_in: ["a"] };
  const pipeline = await publish(
    "rules",
    [
      stage("a", "open"),
      stage("b", "open"),
      stage("c", "open", {
        movers: ["sales_director"],
        entry: [{ kind: "fields", fields: ["amount"] }],
        layers: { information: false },
      }),
      stage("won", "won"),
    ],
    { rules },
  );
  expect(
    errors(await app.call("POST", "/records/opportunity", { name: "x", pipeline, stage: "b" })).map(
      ([code]) => code,
    ),
  ).toEqual(["create_not_allowed"]);
  const id = await app.make("opportunity", { name: "rules", pipeline });
  expect(errors(await move(id, "c")).map(([code]) => code)).toEqual([
    "skip_not_allowed",
    "mover_not_allowed",
  ]);
  expect((await move(id, "b")).status).toBe(200);
  expect(errors(await move(id, "a")).map(([code]) => code)).toEqual(["backward_not_allowed"]);
  const ring = (
    (await app.call("GET", `/records/opportunity/${id}/transitions`)).at("data") as {
      to: string;
      layers: { layer: string; state: string }[];
    }[]
  ).find((one) => one.to === "c")?.layers;
  expect(ring?.map((one) => one.state)).toEqual(["none", "off", "none", "none", "none", "none", "none"]);
});

test("a new opportunity and a new lead need no pipeline: the defaults take them", async () => {
  const deal = await app.call("POST", "/records/opportunity", { name: "plain" });
  expect([
    deal.status,
    deal.at("data.stage"),
    deal.at("data.stage_type"),
    deal.at("data.probability"),
  ]).toEqual([201, "discovery", "open", "10"]);
  const lead = await app.call("POST", "/records/lead", {
    company: "渠成",
    contact_name: "李强",
    source: "website",
    mobile: "13800138000",
  });
  expect([lead.status, lead.at("errors"), lead.at("data.status")]).toEqual([201, undefined, "new"]);
  expect(
    (await app.call("PATCH", `/records/pipeline/${String(deal.at("data.pipeline"))}`, { definition: {} }))
      .status,
  ).toBe(422);
});
