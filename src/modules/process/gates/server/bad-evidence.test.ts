import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  app,
  chief,
  deal,
  move,
  openConsentWorld,
  record,
  seller,
} from "../../../../testing/worlds/consent-world.ts";

beforeAll(openConsentWorld);
afterAll(() => app.close());

const NOWHERE = "00000000-0000-4000-8000-000000000001";
const keep = (id: string, criterion: string, value: unknown) =>
  seller.post(`/records/opportunity/${id}/gate`, { meet: [{ criterion, value }] });

describe("what is given for a criterion must be what it asks for", () => {
  it.each([
    ["k_list", 5],
    ["k_list", ["i1", "i9"]],
    ["k_list", { i9: true }],
    ["k_list", null],
    ["k_form", "The director"],
    ["k_form", ["q1"]],
    ["k_doc", ["no id"]],
    ["k_doc", { file: true }],
    ["k_sign", null],
    ["k_fields", "much"],
  ])("%s: %o is not, ahead of the move or with it, and nothing is kept", async (criterion, value) => {
    const id = await deal();
    const ahead = await keep(id, criterion, value);
    expect([ahead.status, ahead.json.code]).toEqual([422, "bad_evidence"]);
    const along = await move(seller, id, "b", { meet: [{ criterion, value }], values: { amount: "5" } });
    expect([along.status, along.json.code]).toEqual([422, "bad_evidence"]);
    const { gate_state, amount } = await record(id);
    expect([gate_state?.[criterion] ?? null, amount]).toEqual([null, null]);
  });

  it("a criterion that the gate does not have takes nothing", async () => {
    const id = await deal();
    expect((await keep(id, "k_gone", true)).json.code).toBe("unknown_criterion");
    expect((await keep(NOWHERE, "k_list", ["i1"])).status).toBe(404);
  });
});

describe("what is kept ahead of a move", () => {
  it("is added to, tick by tick, and taken back the same way", async () => {
    const id = await deal();
    await keep(id, "k_list", ["i1"]);
    await keep(id, "k_list", { i2: true });
    expect((await record(id)).gate_state.k_list).toEqual({ i1: true, i2: true });
    await keep(id, "k_list", { i1: false });
    expect((await record(id)).gate_state.k_list).toEqual({ i2: true });
  });

  it("answers go into the questionnaire that there is: there is one, however often one answers", async () => {
    const id = await deal();
    await keep(id, "k_form", { q1: "No approval needed" });
    expect((await keep(id, "k_form", { q1: "The board" })).status).toBe(200);
    const { data } = (
      await app.admin.get(`/records/form_response?filter=${encodeURIComponent(`regarding == "${id}"`)}`)
    ).json;
    expect(data.map((one: { answers: object; complete: boolean }) => [one.answers, one.complete])).toEqual([
      [{ q1: "The board" }, true],
    ]);
  });

  it("moves nothing, and is not asked for again by the move", async () => {
    const id = await deal({ amount: "5" });
    await keep(id, "k_list", ["i1", "i2"]);
    expect((await record(id)).stage).toBe("a");
    const shut = await move(seller, id, "b");
    const open = shut.json.errors.map(({ criterion }: { criterion: string }) => criterion);
    expect(open).toEqual(["k_form", "k_doc", "k_sign"]);
  });

  it("a sign-off is of who gives it, whatever is said of it, and of nobody without the role", async () => {
    const id = await deal();
    const without = await keep(id, "k_sign", true);
    expect([without.status, without.json.errors?.[0]?.code]).toEqual([422, "approval_required"]);
    expect((await record(id)).gate_state?.k_sign ?? null).toBeNull();
    const forged = { by: seller.id, at: "2001-01-01T00:00:00Z", role: "administrator" };
    const kept = await chief.post(`/records/opportunity/${id}/gate`, {
      meet: [{ criterion: "k_sign", value: forged }],
    });
    expect(kept.status, kept.text).toBe(200);
    const { k_sign } = (await record(id)).gate_state;
    expect([k_sign.by, k_sign.role, k_sign.at > "2026"]).toEqual([chief.id, "sales_manager", true]);
  });
});
