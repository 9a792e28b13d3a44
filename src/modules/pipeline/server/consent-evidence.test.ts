import { afterAll, beforeAll, expect, test } from "vitest";
import { runReacts } from "../../../engine/changes/run-reacts.ts";
import { type Client, testApp, type TestApp } from "../../../testing/app.ts";
import { closeStaleRequests } from "./close-stale-requests.react.ts";

let app: TestApp;
let seller: Client & { id: string };
let chief: Client & { id: string };
let other: Client & { id: string };
let pipeline: string;
const both = (text: string) => ({ "zh-CN": text, en: text });
const stage = (name: string, type: string, more: object = {}) => ({ name, label: both(name), type, ...more });

beforeAll(async () => {
  app = await testApp();
  chief = await app.person({ name: "Cao Zhengyang", role: "sales_manager" });
  other = await app.person({ name: "Other Chief", role: "sales_manager" });
  seller = await app.person({ name: "Liang Hongxia", role: "sales_director", manager: chief.id });
  const question = { id: "q1", label: both("Who decides?"), kind: "text", required: true };
  await app.admin.make("form", { name: "needs", label: both("Needs"), questions: [question] });
  const entry = [
    { id: "k_fields", kind: "fields", fields: ["amount"] },
    {
      id: "k_list",
      kind: "checklist",
      items: [
        { id: "i1", label: both("Budget") },
        { id: "i2", label: both("Chain") },
      ],
    },
    { id: "k_form", kind: "form", form: "needs" },
    { id: "k_doc", kind: "document", document_type: "proposal" },
    { id: "k_sign", kind: "approval", approval: "sales_manager" },
  ];
  const stages = [
    stage("a", "open"),
    stage("b", "open", { entry }),
    stage("c", "open"),
    stage("won", "won"),
    stage("lost", "lost"),
  ];
  const made = await app.admin.post("/pipelines", {
    object: "opportunity",
    name: "signed",
    label: both("signed"),
    stages,
    rules: {},
  });
  pipeline = made.json.data.id;
  expect((await app.admin.post(`/pipelines/${pipeline}/publish`, {})).status, made.text).toBe(200);
});
afterAll(() => app.close());

const deal = async (more: object = {}) =>
  (await app.admin.make("opportunity", { name: "deal", pipeline, owner: seller.id, ...more })).id;
const move = (
  client: Client,
  id: string,
  to: string,
  more: object = {},
  headers: Record<string, string> = {},
) => client.post(`/records/opportunity/${id}/transitions`, { to, ...more }, headers);
const record = async (id: string) => (await app.admin.get(`/records/opportunity/${id}`)).json.data;
const todo = async (client: Client, id: string) =>
  (await client.get("/approvals?box=decide")).json.data.filter(
    (one: { regarding: { id: string } }) => one.regarding.id === id,
  );
/** Decides about what the request shows now. */
const decide = async (client: Client, id: string, decision: "approve" | "refuse", more: object = {}) => {
  const seen = (await client.get(`/approvals/${id}`)).json.data?.card?.seen ?? "";
  return client.post(`/approvals/${id}/${decision}`, { seen, ...more });
};
const file = async (): Promise<string> => {
  const body = [
    "--b",
    'Content-Disposition: form-data; name="file"; filename="proposal.txt"',
    "Content-Type: text/plain",
    "",
    "what we propose",
    "--b--",
    "",
  ].join("\r\n");
  return (await seller.post("/files", body, { "content-type": "multipart/form-data; boundary=b" })).json.data
    .id;
};
const everything = async () => ({
  values: { amount: "1500000" },
  meet: [
    { criterion: "k_list", value: ["i1", "i2"] },
    { criterion: "k_form", value: { q1: "The director" } },
    { criterion: "k_doc", value: [await file()] },
  ],
});

test("what is supplied with a move that waits is on the record at once, and is still there after the refusal", async () => {
  const id = await deal();
  const asked = await move(seller, id, "b", await everything());
  expect(asked.status, asked.text).toBe(202);
  const supplied = async () => {
    const { stage: at, amount, gate_state } = await record(id);
    const files = (await app.admin.get(`/records/file?filter=${encodeURIComponent(`regarding == "${id}"`)}`))
      .json.data;
    const answers = (
      await app.admin.get(`/records/form_response?filter=${encodeURIComponent(`regarding == "${id}"`)}`)
    ).json.data;
    return [
      at,
      amount.amount,
      gate_state.k_list,
      files.map((one: { document_type: string }) => one.document_type),
      answers.map((one: { answers: object; complete: boolean }) => [one.answers, one.complete]),
    ];
  };
  const all = ["a", "1500000.00", { i1: true, i2: true }, ["proposal"], [[{ q1: "The director" }, true]]];
  expect(await supplied()).toEqual(all);
  const gate = (await seller.get(`/records/opportunity/${id}/transitions`)).json.data.find(
    (one: { to: string }) => one.to === "b",
  );
  expect(gate.unmet.map((one: { criterion: string }) => one.criterion)).toEqual(["k_sign"]);

  const refused = await decide(chief, asked.json.approvals[0], "refuse", { comment: "who decides?" });
  expect(refused.json.data.status, refused.text).toBe("refused");
  expect(await supplied()).toEqual(all);
});

test("while it waits a second submission is refused in words; the same key gets the same answer", async () => {
  const id = await deal();
  const body = await everything();
  const key = { "idempotency-key": `ask ${id}` };
  const first = await move(seller, id, "b", body, key);
  const again = await move(seller, id, "b", body, key);
  expect([first.status, again.status, again.json]).toEqual([202, 202, first.json]);
  const second = await move(seller, id, "b", { values: { amount: "2" } });
  expect([second.status, second.json.code]).toEqual([409, "approval_pending"]);
  expect(second.json.detail).toContain("Sales manager");
  expect((await record(id)).amount.amount).toBe("1500000.00");
  // Withdrawn, the way is free again.
  expect((await seller.post(`/approvals/${first.json.approvals[0]}/withdraw`, {})).status).toBe(200);
  expect((await move(seller, id, "b")).status).toBe(202);
});

test("two submissions at once: one request, and the evidence of that one only", async () => {
  const id = await deal();
  const given = { meet: (await everything()).meet };
  const both = await Promise.all(
    ["7", "8"].map((amount) => move(seller, id, "b", { ...given, values: { amount } })),
  );
  expect(both.map((one) => one.status).toSorted()).toEqual([202, 409]);
  const won = both.findIndex((one) => one.status === 202);
  expect((await record(id)).amount.amount).toBe(["7.00", "8.00"][won]);
  expect(await todo(chief, id)).toHaveLength(1);
});

test("a move that lacks more than consents saves nothing", async () => {
  const id = await deal();
  const shut = await move(seller, id, "b", {
    values: { amount: "5" },
    meet: [{ criterion: "k_list", value: ["i1", "i2"] }],
  });
  expect([shut.status, shut.json.code]).toEqual([422, "gate_shut"]);
  const { amount, gate_state } = await record(id);
  expect([amount, gate_state?.k_list ?? null]).toEqual([null, null]);
});

test("who decides sees the card filled: figures, ticks, answers, the file; nothing that he may not read", async () => {
  const id = await deal({ close_date: "2026-12-18" });
  const asked = await move(seller, id, "b", await everything());
  const [item] = await todo(chief, id);
  expect(item.card.record).toMatchObject({
    name: "deal",
    close_date: "2026-12-18",
    amount: { amount: "1500000.00" },
  });
  expect(item.card.move).toMatchObject({ to: { en: "b" } });
  const of = (name: string) => item.card.criteria.find((one: { id: string }) => one.id === name);
  expect(of("k_list").details.map((one: { done: boolean }) => one.done)).toEqual([true, true]);
  expect(of("k_form").details).toMatchObject([{ type: "answer", value: "The director" }]);
  expect(of("k_doc").details).toMatchObject([{ type: "file", name: "proposal.txt" }]);
  expect([of("k_sign").met, of("k_fields").met]).toEqual([false, true]);
  const opened = await chief.get(`/files/${of("k_doc").details[0].id}/content`);
  expect([opened.status, opened.text]).toEqual([200, "what we propose"]);
  const one = await chief.get(`/approvals/${asked.json.approvals[0]}`);
  expect(one.json.data.card.seen).toBe(item.card.seen);
  // On the record: everybody who sees it learns that it waits and for whom; only who decides gets the card.
  const seen = (await seller.get(`/records/opportunity/${id}/approvals`)).json.data;
  expect([seen[0].status, seen[0].approver.role, seen[0].may, seen[0].card]).toEqual([
    "waiting",
    "sales_manager",
    { decide: false, withdraw: true },
    undefined,
  ]);
  expect((await chief.get(`/records/opportunity/${id}/approvals`)).json.data[0].card.criteria).toHaveLength(
    5,
  );
});

test("the card keeps to what its reader may see: fields, the record itself", async () => {
  const rights = {
    objects: { opportunity: { read: "all", update: "none", create: false, delete: "none" } },
    fields: { opportunity: { amount: "hidden", name: "hidden" } },
    abilities: [],
  };
  await app.admin.make("role", { name: "blind_c", label: both("Blind"), rights });
  await app.admin.make("role", {
    name: "nobody_c",
    label: both("Nobody"),
    rights: { objects: {}, fields: {}, abilities: [] },
  });
  const half = await app.person({ name: "Half", role: "blind_c" });
  const none = await app.person({ name: "None", role: "nobody_c" });
  const stages = [
    stage("a", "open"),
    stage("b", "open", {
      entry: [
        { id: "f", kind: "fields", fields: ["amount"] },
        { id: "s", kind: "approval", approval: "blind_c" },
      ],
    }),
    stage("c", "open", { entry: [{ id: "t", kind: "approval", approval: "nobody_c" }] }),
  ];
  const made = await app.admin.post("/pipelines", {
    object: "opportunity",
    name: "narrow",
    label: both("narrow"),
    stages,
    rules: {},
  });
  expect((await app.admin.post(`/pipelines/${made.json.data.id}/publish`, {})).status, made.text).toBe(200);
  const narrow = { pipeline: made.json.data.id, name: "secret name" };
  const id = await deal(narrow);
  expect((await move(seller, id, "b", { values: { amount: "1500000" }, reason: "please" })).status).toBe(202);
  const item = (await todo(half, id))[0];
  expect([item.subject, item.reason]).toEqual(["", "please"]);
  expect(item.card.record).not.toHaveProperty("amount");
  expect(item.card.record).not.toHaveProperty("name");
  expect(item.card.criteria.find((one: { id: string }) => one.id === "f")).toMatchObject({
    hidden: true,
    details: [],
  });
  // Who may not see the record at all is told its title, what is asked and why, and nothing of what it holds.
  const unseen = await deal({ ...narrow, amount: "1500000" });
  expect((await move(seller, unseen, "c")).status).toBe(202);
  const [blind] = await todo(none, unseen);
  expect([blind.subject, blind.card]).toEqual(["", undefined]);
  expect((await none.get(`/records/opportunity/${unseen}/approvals`)).status).toBe(404);
  const outsider = await app.person({ name: "Outsider", role: "blind_c" });
  const foreign = await outsider.get(`/records/opportunity/${id}/approvals`);
  expect(foreign.text).not.toMatch(/secret name|1500000|The director|proposal\.txt/);
  expect(foreign.json.data[0].status).toBe("waiting");
  for (const path of ["timeline", "changes"])
    expect((await outsider.get(`/records/opportunity/${id}/${path}`)).text).not.toMatch(
      /secret name|1500000/,
    );
});

test("request, consent and move stand in the record's log and timeline with names", async () => {
  const id = await deal();
  const asked = await move(seller, id, "b", await everything());
  const [item] = await todo(chief, id);
  const done = await chief.post(`/approvals/${asked.json.approvals[0]}/approve`, {
    comment: "go",
    seen: item.card.seen,
  });
  expect(done.json.data.status, done.text).toBe("approved");
  expect((await record(id)).stage).toBe("b");
  const { data } = (await seller.get(`/records/opportunity/${id}/changes`)).json;
  const events = data.filter((one: { event?: object }) => one.event);
  expect(
    events.map((one: { event: { event: string }; actor: { name: string; kind: string } }) => [
      one.event.event,
      one.actor.name,
      one.actor.kind,
    ]),
  ).toEqual([
    ["approved", "Cao Zhengyang", "person"],
    ["asked", "Liang Hongxia", "person"],
  ]);
  expect(events[1].event.supplied).toMatchObject({ ticks: 2, answers: 1, files: [{ name: "proposal.txt" }] });
  const moved = data.find((one: { changes: { field: string }[] }) =>
    one.changes.some(({ field }) => field === "stage"),
  );
  expect(moved.actor.name).toBe("Liang Hongxia");
  expect(moved.note.evidence).toMatchObject({
    ticks: 2,
    files: [{ name: "proposal.txt" }],
    consents: [{ by: "Cao Zhengyang" }],
  });
  const timeline = (await seller.get(`/records/opportunity/${id}/timeline`)).json.data;
  expect(
    timeline
      .filter((one: { type: string }) => one.type === "approval")
      .map((one: { data: { event: { event: string } } }) => one.data.event.event),
  ).toEqual(["approved", "asked"]);
  const audit = (await app.admin.get(`/audit/changes?object=approval_request`)).json.data[0];
  expect([audit.hidden, audit.title, audit.labels.object.en]).toEqual([false, "deal", "Approval request"]);
});

test("refusal and withdrawal are events, too; a direct move tells its evidence", async () => {
  const id = await deal();
  const asked = await move(seller, id, "b", await everything());
  await decide(chief, asked.json.approvals[0], "refuse", { comment: "add the chain" });
  const again = await move(seller, id, "b");
  await seller.post(`/approvals/${again.json.approvals[0]}/withdraw`, {});
  const { data } = (await seller.get(`/records/opportunity/${id}/timeline`)).json;
  const events = data.filter((one: { type: string }) => one.type === "approval");
  expect(
    events.map(
      ({
        data: one,
      }: {
        data: { actor: { name: string }; event: { event: string; comment: string | null } };
      }) => [one.event.event, one.actor.name, one.event.comment],
    ),
  ).toEqual([
    ["withdrawn", "Liang Hongxia", null],
    ["asked", "Liang Hongxia", null],
    ["refused", "Cao Zhengyang", "add the chain"],
    ["asked", "Liang Hongxia", null],
  ]);
  const forged = await move(seller, id, "b", { meet: [{ criterion: "k_sign", value: true }] });
  expect([forged.status, forged.json.errors[0].message]).toEqual([
    422,
    "Needs the sign-off of “Sales manager”",
  ]);
  const direct = await move(chief, id, "b", { meet: [{ criterion: "k_sign", value: true }] });
  expect(direct.status, direct.text).toBe(200);
});

test("races: two who decide, consent against withdrawal, a record changed in between", async () => {
  const twice = await deal();
  const first = (await move(seller, twice, "b", await everything())).json.approvals[0];
  const decided = await Promise.all([chief, other].map((one) => decide(one, first, "approve")));
  expect(decided.map((one) => one.status).toSorted()).toEqual([200, 409]);

  const torn = await deal();
  const second = (await move(seller, torn, "b", await everything())).json.approvals[0];
  const [consent, withdrawn] = await Promise.all([
    decide(chief, second, "approve"),
    seller.post(`/approvals/${second}/withdraw`, {}),
  ]);
  expect([consent.status, withdrawn.status].toSorted()).toEqual([200, 409]);
  expect((await record(torn)).stage).toBe(consent.status === 200 ? "b" : "a");

  const changed = await deal();
  const third = (await move(seller, changed, "b", await everything())).json.approvals[0];
  const [item] = await todo(chief, changed);
  await seller.patch(`/records/opportunity/${changed}`, { amount: "1" });
  const late = await chief.post(`/approvals/${third}/approve`, { seen: item.card.seen });
  expect([late.status, late.json.code]).toEqual([409, "changed_since"]);
  // What has changed, by whom and when; the criterion that rests on it as well.
  expect(late.json.errors).toMatchObject([
    {
      code: "changed_since",
      field: "amount",
      message: "“Amount” was changed to “1.00 CNY” by Liang Hongxia since you opened it.",
      params: { author: "Liang Hongxia" },
    },
  ]);
  expect(Date.now() - Date.parse(late.json.errors[0].params.at)).toBeLessThan(60_000);
  const [fresh] = await todo(chief, changed);
  expect((await chief.post(`/approvals/${third}/approve`, { seen: fresh.card.seen })).json.data.status).toBe(
    "approved",
  );
});

test("whoever decides without a word on what was seen decides about what was asked for, as long as it stands", async () => {
  const id = await deal();
  const request = (await move(seller, id, "b", await everything())).json.approvals[0];
  expect((await chief.post(`/approvals/${request}/approve`, {})).json.data.status).toBe("approved");
});

test("whoever decides about what has changed says what was seen: 428 without, 409 for another version, by If-Match as well", async () => {
  const id = await deal();
  const request = (await move(seller, id, "b", await everything())).json.approvals[0];
  await seller.patch(`/records/opportunity/${id}`, { next_step: "write" });
  for (const [decision, more] of [
    ["approve", {}],
    ["refuse", { comment: "no" }],
  ] as const) {
    const blind = await chief.post(`/approvals/${request}/${decision}`, more);
    expect([blind.status, blind.json.code, blind.json.detail]).toEqual([
      428,
      "if_match_required",
      expect.stringContaining("If-Match"),
    ]);
  }
  const { version } = await record(id);
  const [item] = await todo(chief, id);
  await seller.post(`/records/opportunity/${id}/gate`, {
    meet: [{ criterion: "k_list", value: { i2: false } }],
  });
  const unticked = await chief.post(`/approvals/${request}/approve`, { seen: item.card.seen });
  expect([unticked.status, unticked.json.errors.map((one: { criterion?: string }) => one.criterion)]).toEqual(
    [409, ["k_list"]],
  );
  await seller.post(`/records/opportunity/${id}/gate`, {
    meet: [{ criterion: "k_list", value: { i2: true } }],
  });
  await seller.patch(`/records/opportunity/${id}`, { next_step: "call" });
  const stale = await chief.post(
    `/approvals/${request}/refuse`,
    { comment: "no" },
    { "if-match": `"${version}"` },
  );
  expect([stale.status, stale.json.errors.map((one: { field?: string }) => one.field)]).toEqual([
    409,
    ["next_step"],
  ]);
  const done = await chief.post(
    `/approvals/${request}/approve`,
    {},
    { "if-match": `"${(await record(id)).version}"` },
  );
  expect([done.status, done.json.data.status]).toEqual([200, "approved"]);
});

test("the record is deleted, or moves on, or its pipeline is published anew while a request waits", async () => {
  const binned = await deal();
  const first = (await move(seller, binned, "b", await everything())).json.approvals[0];
  expect((await app.admin.delete(`/records/opportunity/${binned}`)).status).toBe(204);
  expect((await decide(chief, first, "approve")).status).toBe(404);
  expect((await app.admin.post(`/records/opportunity/${binned}/restore`, {})).status).toBe(200);
  expect((await decide(chief, first, "approve")).json.data.status).toBe("approved");

  const gone = await deal();
  const second = (await move(seller, gone, "b", await everything())).json.approvals[0];
  expect((await move(chief, gone, "b", { meet: [{ criterion: "k_sign", value: true }] })).status).toBe(200);
  while (
    (await runReacts(app.database.db, (await app.context()).workspace, app.context, [closeStaleRequests]))
      .read > 0
  );
  expect((await seller.get(`/records/opportunity/${gone}/approvals`)).json.data[0].status).toBe("void");
  expect((await decide(chief, second, "approve")).status).toBe(409);

  const waiting = await deal();
  const third = (await move(seller, waiting, "b", await everything())).json.approvals[0];
  const now = (await app.admin.get(`/pipelines/${pipeline}`)).json.data;
  const stages = now.stages.map((one: { name: string; entry: { id: string }[] }) =>
    one.name === "b"
      ? { ...one, entry: [...one.entry, { id: "k_new", kind: "fields", fields: ["next_step"] }] }
      : one,
  );
  expect((await app.admin.patch(`/pipelines/${pipeline}`, { stages })).status).toBe(200);
  expect((await app.admin.post(`/pipelines/${pipeline}/publish`, {})).status).toBe(200);
  const late = await decide(chief, third, "approve");
  expect([late.json.data.status, late.json.data.reasons.map((one: { code: string }) => one.code)]).toEqual([
    "returned",
    ["required"],
  ]);
  expect((await record(waiting)).stage).toBe("a");
});

test("a document of one record is not taken away from it as evidence of another", async () => {
  const first = await deal();
  const given = await everything();
  const body = { ...given, values: { ...given.values, next_step: "call" } };
  expect((await move(seller, first, "b", body)).status).toBe(202);
  const other = await deal();
  const taken = await move(seller, other, "b", body);
  expect([taken.status, taken.json.code]).toEqual([422, "bad_evidence"]);
  const files = (await app.admin.get(`/records/file?filter=${encodeURIComponent(`regarding == "${first}"`)}`))
    .json.data;
  expect(files).toHaveLength(1);
  expect((await record(other)).amount).toBe(null);
});
