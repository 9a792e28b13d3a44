import { afterAll, beforeAll, expect, test } from "vitest";
import { runSubscribers } from "../../../../engine/changes/run-subscribers.ts";
import {
  app,
  chief,
  deal,
  decide,
  everything,
  move,
  openConsentWorld,
  pipeline,
  record,
  seller,
  todo,
} from "../../../../testing/worlds/consent-world.ts";
import { closeStaleRequests } from "./close-stale-requests.react.ts";

beforeAll(openConsentWorld);
afterAll(() => app.close());

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
    (
      await runSubscribers(app.database.db, (await app.context()).workspace, app.context, [
        closeStaleRequests,
      ])
    ).read > 0
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
