import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  app,
  chief,
  deal,
  decide,
  everything,
  move,
  openConsentWorld,
  other,
  record,
  seller,
  todo,
} from "../../../../testing/worlds/consent-world.ts";

beforeAll(openConsentWorld);
afterAll(() => app.close());

/** A deal whose move waits for the sales managers, and the request. */
async function asked(): Promise<{ readonly id: string; readonly request: string }> {
  const id = await deal();
  const answer = await move(seller, id, "b", await everything());
  expect(answer.status, answer.text).toBe(202);
  return { id, request: answer.json.approvals[0] };
}

describe("who decides", () => {
  it("everybody of the role that is asked, and nobody else: to others there is no such request", async () => {
    const { id, request } = await asked();
    const stranger = await app.person({ name: "Stranger", role: "seller" });
    expect([
      (await todo(chief, id)).length,
      (await todo(other, id)).length,
      (await todo(seller, id)).length,
    ]).toEqual([1, 1, 0]);
    expect((await stranger.get(`/approvals/${request}`)).status).toBe(404);
    for (const decision of ["approve", "refuse", "withdraw"] as const)
      expect((await stranger.post(`/approvals/${request}/${decision}`, { comment: "x" })).status).toBe(404);
    expect((await record(id)).stage).toBe("a");
  });

  it("and whoever is asked sees the record for as long as they are: before and afterwards it is not there", async () => {
    const unasked = await deal();
    const look = async (id: string) => (await other.get(`/records/opportunity/${id}`)).status;
    const listed = async () =>
      (await other.get("/records/opportunity?limit=500")).json.data.map((one: { id: string }) => one.id);
    expect(await look(unasked)).toBe(404);
    const { id, request } = await asked();
    expect([await look(id), (await listed()).includes(id)]).toEqual([200, true]);
    const why = await app.admin.get(
      `/permissions/explain?user=${other.id}&object=opportunity&record=${id}&action=read`,
    );
    expect(why.json.data.because[0]).toMatchObject({ why: "while" });
    expect((await other.patch(`/records/opportunity/${id}`, { name: "x" })).status).toBe(403);
    await decide(chief, request, "refuse", { comment: "no" });
    expect([await look(id), (await listed()).includes(id)]).toEqual([404, false]);
    const feed = (await other.get("/changes?cursor=0&limit=500")).json.data as { scope?: { id?: string } }[];
    expect(feed.filter(({ scope }) => scope?.id === id).length).toBeGreaterThanOrEqual(2);
  });

  it("not who had the role when it was asked and has it no more", async () => {
    const { id, request } = await asked();
    const leaving = await app.person({ name: "Leaving", role: "sales_manager" });
    expect((await todo(leaving, id)).length).toBe(1);
    const [grant] = (
      await app.admin.get(`/records/user_role?filter=${encodeURIComponent(`user == "${leaving.id}"`)}`)
    ).json.data;
    expect((await app.admin.delete(`/records/user_role/${grant.id}`)).status).toBeLessThan(300);
    expect((await leaving.post(`/approvals/${request}/approve`, {})).status).toBe(404);
    expect((await app.anonymous.post(`/approvals/${request}/approve`, {})).status).toBe(401);
  });
});

describe("what a decision is", () => {
  it("final: the second one finds it closed, whatever it says", async () => {
    const { id, request } = await asked();
    expect((await decide(chief, request, "refuse", { comment: " Too cheap " })).json.data).toMatchObject({
      status: "refused",
      comment: "Too cheap",
      decided_by: "Cao Zhengyang",
      may: { decide: false, withdraw: false },
    });
    for (const decision of ["approve", "refuse"] as const)
      expect((await decide(other, request, decision, { comment: "x" })).json.code).toBe("closed");
    expect((await seller.post(`/approvals/${request}/withdraw`, {})).json.code).toBe("closed");
    expect([(await todo(other, id)).length, (await record(id)).stage]).toEqual([0, "a"]);
  });

  it("a refusal says why: blanks are no word", async () => {
    const { request } = await asked();
    const said = await decide(chief, request, "refuse", { comment: "   " });
    expect([said.status, said.json.code]).toEqual([422, "comment_required"]);
    expect((await chief.get(`/approvals/${request}`)).json.data.status).toBe("waiting");
  });

  it("after a refusal, or a withdrawal, it can be asked for again", async () => {
    const { id, request } = await asked();
    await decide(chief, request, "refuse", { comment: "Not yet" });
    const second = await move(seller, id, "b");
    expect(second.status, second.text).toBe(202);
    await seller.post(`/approvals/${second.json.approvals[0]}/withdraw`, {});
    const third = await move(seller, id, "b");
    expect([third.status, (await todo(chief, id)).length]).toEqual([202, 1]);
    expect((await decide(chief, third.json.approvals[0], "approve")).json.data.status).toBe("approved");
    expect((await record(id)).stage).toBe("b");
  });

  it("of something that is no id there is none", async () => {
    expect((await decide(chief, "nothing", "approve")).status).toBe(404);
    expect((await chief.get("/approvals/nothing")).status).toBe(404);
  });
});

describe("what waits is listed", () => {
  it("to decide, or asked by oneself; a record's to whoever sees the record", async () => {
    const { id, request } = await asked();
    const ids = async (path: string, who = seller) =>
      (await who.get(path)).json.data
        .filter((one: { regarding: { id: string } }) => one.regarding.id === id)
        .map((one: { id: string }) => one.id);
    expect(await ids("/approvals?box=asked")).toEqual([request]);
    expect(await ids("/approvals?box=decide")).toEqual([]);
    expect(await ids("/approvals?box=asked", chief)).toEqual([]);
    expect(await ids(`/approvals?record=${id}`, chief)).toEqual([request]);
    expect(await ids(`/records/opportunity/${id}/approvals`, app.admin as typeof seller)).toEqual([request]);
  });

  it("whoever is told of it by the record reads neither its title nor may decide", async () => {
    const { id } = await asked();
    const director = await app.person({ name: "Director", role: "sales_director" });
    const [item] = (await director.get(`/records/opportunity/${id}/approvals`)).json.data;
    expect(item).toMatchObject({ subject: "", status: "waiting", may: { decide: false, withdraw: false } });
  });
});

it("who asked has left: the consent is kept, and the move is sent back with the reason", async () => {
  const gone = await app.person({ name: "Gone", role: "sales_director" });
  const id = await deal({ owner: gone.id });
  const answer = await move(gone, id, "b", await everything());
  expect((await app.admin.patch(`/records/user/${gone.id}`, { active: false })).status).toBe(200);
  const decided = await decide(chief, answer.json.approvals[0], "approve");
  expect([
    decided.json.data?.status,
    decided.json.data?.reasons.map((one: { code: string }) => one.code),
  ]).toEqual(["returned", ["requester_gone"]]);
  expect((await record(id)).stage).toBe("a");
});
