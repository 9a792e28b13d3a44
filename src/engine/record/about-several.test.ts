import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import {
  about,
  app,
  at,
  contentsOf,
  count,
  idsOf,
  makeRecords,
  openSellers,
  seller,
  world,
} from "../../testing/worlds/about-several-world.ts";

beforeAll(openSellers);
beforeEach(makeRecords);
afterAll(async () => app.close());

describe("what is written", () => {
  test("one value stays one value; a list is the first record and the further ones, each once", async () => {
    const one = await seller.make("activity", {
      type: "call",
      content: "one",
      regarding: at("account", world.account),
    });
    expect(one).toMatchObject({ regarding: at("account", world.account), also_regarding: null });
    const several = await seller.make("activity", {
      type: "call",
      content: "several",
      regarding: about("deal", "account", "deal", "contact"),
    });
    expect(several).toMatchObject({
      regarding: at("opportunity", world.deal),
      also_regarding: about("account", "contact"),
    });
    const apart = await seller.make("activity", {
      type: "call",
      content: "apart",
      regarding: at("account", world.account),
      also_regarding: about("account", "deal"),
    });
    expect(apart["also_regarding"]).toEqual(about("deal"));
  });

  test("the next one takes the place of the first; changing the list is one version and one entry of the log", async () => {
    const made = await seller.make("note", { content: "n", regarding: about("deal", "account", "contact") });
    const patched = await seller.patch(`/records/note/${made.id}`, { regarding: null });
    expect(patched.json.data).toMatchObject({
      regarding: at("account", world.account),
      also_regarding: about("contact"),
      version: 2,
    });
    const emptied = await seller.patch(`/records/note/${made.id}`, { regarding: [] });
    expect(emptied.json.data).toMatchObject({ regarding: null, also_regarding: null });
    const restored = await seller.post(`/records/note/${made.id}/versions/1/restore`, {});
    expect([200, 404]).toContain(restored.status);
  });

  test("a batch names records that it makes itself; what is no list of records is refused in words", async () => {
    const done = await seller.post("/batch", {
      operations: [
        { op: "create", object: "account", values: { name: `Fresh ${count}` } },
        {
          op: "create",
          object: "activity",
          values: {
            type: "call",
            content: "fresh",
            regarding: at("account", world.account),
            also_regarding: [at("account", "$0.id")],
          },
        },
      ],
    });
    expect(done.status, done.text).toBe(200);
    for (const wrong of [
      "x",
      [at("product", world.account)],
      [{ id: "no" }],
      Array.from({ length: 60 }, () => at("account", world.account)),
    ]) {
      const refused = await seller.post("/records/activity", { type: "call", also_regarding: wrong });
      expect([refused.status, refused.json.errors?.[0]?.field], JSON.stringify(wrong).slice(0, 80)).toEqual([
        422,
        "also_regarding",
      ]);
    }
  });
});

describe("what follows it", () => {
  test("it stands on the timeline of every record it is about, once", async () => {
    await seller.make("activity", { type: "call", content: "both", regarding: about("deal", "account") });
    expect(await contentsOf(seller, "opportunity", world.deal)).toEqual(["both"]);
    expect(await contentsOf(seller, "account", world.account)).toEqual(["both"]);
    expect(await contentsOf(seller, "contact", world.contact)).toEqual([]);
  });

  test("filters, related conditions, roll-ups and titles follow all of them", async () => {
    const made = await seller.make("activity", {
      type: "call",
      status: "done",
      occurred_at: "2026-03-04T08:00:00Z",
      regarding: about("contact", "account", "deal"),
    });
    for (const name of ["contact", "account", "deal"] as const) {
      const id = JSON.stringify(world[name]);
      expect(await idsOf(seller, "activity", `regarding == ${id}`)).toEqual([made.id]);
      expect(await idsOf(seller, "activity", `regarding in [${id}]`)).toEqual([made.id]);
      expect(await idsOf(seller, "activity", `regarding contains ${id}`)).toEqual([made.id]);
      expect(await idsOf(seller, "activity", `regarding != ${id}`)).not.toContain(made.id);
    }
    expect(await idsOf(seller, "activity", `also_regarding contains ${JSON.stringify(world.deal)}`)).toEqual([
      made.id,
    ]);
    expect(
      await idsOf(
        seller,
        "opportunity",
        `id == ${JSON.stringify(world.deal)} && related("activity.regarding", status == "done").count() == 1`,
      ),
    ).toEqual([world.deal]);
    expect(
      await idsOf(
        seller,
        "account",
        `id == ${JSON.stringify(world.account)} && related("activity.regarding").exists()`,
      ),
    ).toEqual([world.account]);
    for (const [object, id] of [
      ["account", world.account],
      ["opportunity", world.deal],
    ] as const) {
      const rolled = await seller.get(`/records/${object}/${id}`);
      expect(rolled.json.data.last_activity_at).toBe("2026-03-04T08:00:00.000000Z");
    }
    const read = await seller.get(
      `/records/activity?filter=${encodeURIComponent(`id == "${made.id}"`)}&titles=1`,
    );
    expect(read.json.data[0].titles.also_regarding).toEqual([`Vision Water ${count}`, `Pump ${count}`]);
    await seller.patch(`/records/activity/${made.id}`, { also_regarding: about("account") });
    expect((await seller.get(`/records/opportunity/${world.deal}`)).json.data.last_activity_at).toBeNull();
  });

  test("as of a day it was about what it was about then", async () => {
    const made = await app.admin.post("/records/activity", {
      type: "call",
      content: "then",
      regarding: about("account", "deal"),
    });
    const before = made.json.data.updated_at as string;
    await seller.patch(`/records/activity/${made.json.data.id}`, { also_regarding: [] });
    const then = await seller.get(
      `/records/activity?as_of=${before}&filter=${encodeURIComponent(`regarding == "${world.deal}"`)}`,
    );
    expect(then.json.data.map((one: { id: string }) => one.id)).toEqual([made.json.data.id]);
    expect(await idsOf(seller, "activity", `regarding == "${world.deal}"`)).toEqual([]);
  });
});

describe("deletion", () => {
  test("it goes with the last record that it is about and comes back with it", async () => {
    const made = await app.admin.make("note", { content: "last", regarding: about("deal", "contact") });
    const alone = await app.admin.make("note", { content: "alone", regarding: about("deal") });
    expect((await app.admin.delete(`/records/opportunity/${world.deal}`)).status).toBe(204);
    expect((await app.admin.get(`/records/note/${made.id}`)).status).toBe(200);
    expect((await app.admin.get(`/records/note/${alone.id}`)).status).toBe(404);
    expect((await app.admin.delete(`/records/contact/${world.contact}`)).status).toBe(204);
    expect((await app.admin.get(`/records/note/${made.id}`)).status).toBe(404);
    const back = await app.admin.post(`/records/contact/${world.contact}/restore`, {});
    expect(back.status, back.text).toBe(200);
    const again = await app.admin.get(`/records/note/${made.id}`);
    expect(again.json.data).toMatchObject({
      regarding: at("opportunity", world.deal),
      also_regarding: about("contact"),
    });
    expect((await app.admin.post(`/records/opportunity/${world.deal}/restore`, {})).status).toBe(200);
    expect((await app.admin.get(`/records/note/${alone.id}`)).status).toBe(200);
    expect(await idsOf(app.admin, "note", `regarding == "${world.deal}"`)).toHaveLength(2);
  });

  test("records that go and come together take it along once", async () => {
    const made = await app.admin.make("note", {
      content: "together",
      regarding: about("account", "contact", "deal"),
    });
    const gone = await app.admin.post("/batch", {
      operations: [
        { op: "delete", object: "opportunity", id: world.deal },
        { op: "delete", object: "contact", id: world.contact },
        { op: "delete", object: "account", id: world.account },
      ],
    });
    expect(gone.status, gone.text).toBe(200);
    expect((await app.admin.get(`/records/note/${made.id}`)).status).toBe(404);
    const back = await app.admin.post(`/records/account/${world.account}/restore`, {});
    expect(back.status, back.text).toBe(200);
    expect((await app.admin.get(`/records/note/${made.id}`)).status).toBe(200);
  });
});
