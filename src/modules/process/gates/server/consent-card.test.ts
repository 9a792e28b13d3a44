import { afterAll, beforeAll, expect, test } from "vitest";
import {
  app,
  both,
  chief,
  deal,
  decide,
  everything,
  move,
  openConsentWorld,
  record,
  seller,
  stage,
  todo,
} from "../../../../testing/worlds/consent-world.ts";

beforeAll(openConsentWorld);
afterAll(() => app.close());

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
    label: both("No approval needed"),
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
  expect([forged.status, forged.json.errors[0].message]).toEqual([422, "Needs approval by Sales manager"]);
  const direct = await move(chief, id, "b", { meet: [{ criterion: "k_sign", value: true }] });
  expect(direct.status, direct.text).toBe(200);
});
