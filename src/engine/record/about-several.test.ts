import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type Client, testApp, type TestApp } from "../../testing/app.ts";

let app: TestApp;
let seller: Client & { id: string };
let other: Client & { id: string };
beforeAll(async () => {
  app = await testApp();
  seller = await app.person({ name: "Seller", role: "seller" });
  other = await app.person({ name: "Other", role: "seller" });
});
afterAll(async () => app.close());

interface World {
  readonly account: string;
  readonly contact: string;
  readonly deal: string;
  readonly hidden: string;
}
let count = 0;
let world: World;
/** An account of the seller's with a contact, a deal of the seller's and one of somebody else's. */
beforeEach(async () => {
  count += 1;
  const account = await app.admin.make("account", { name: `Vision Water ${count}`, owner: seller.id });
  const contact = await app.admin.make("contact", {
    name: `Wang ${count}`,
    account: account.id,
    owner: seller.id,
  });
  const deal = await app.admin.make("opportunity", {
    name: `Pump ${count}`,
    account: account.id,
    owner: seller.id,
  });
  const elsewhere = await app.admin.make("account", { name: `Elsewhere ${count}`, owner: other.id });
  const hidden = await app.admin.make("opportunity", {
    name: `Secret ${count}`,
    account: elsewhere.id,
    owner: other.id,
  });
  world = { account: account.id, contact: contact.id, deal: deal.id, hidden: hidden.id };
});
const at = (object: string, id: string) => ({ object, id });
const about = (...names: (keyof World)[]) =>
  names.map((name) => at(name === "hidden" || name === "deal" ? "opportunity" : name, world[name]));
const contentsOf = async (who: Client, object: string, id: string): Promise<string[]> => {
  const page = await who.get(`/records/${object}/${id}/timeline?show=activities`);
  expect(page.status, page.text).toBe(200);
  return page.json.data.flatMap(
    (entry: { type: string; data: { content?: string; subject?: string } }) =>
      entry.data.content ?? entry.data.subject ?? [],
  );
};
const idsOf = async (who: Client, object: string, filter: string): Promise<string[]> => {
  const page = await who.get(`/records/${object}?filter=${encodeURIComponent(filter)}&limit=200`);
  expect(page.status, page.text).toBe(200);
  return page.json.data.map((record: { id: string }) => record.id);
};

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

describe("rights", () => {
  test("it is read through any of them, and the others are not named to who may not read them", async () => {
    const made = await app.admin.make("activity", {
      type: "call",
      content: "shared",
      regarding: about("hidden", "deal"),
    });
    const read = await seller.get(`/records/activity/${made.id}?expand=regarding,also_regarding`);
    expect(read.status).toBe(200);
    expect(read.json.data.regarding).toEqual({ ...at("opportunity", world.hidden), denied: true });
    expect(read.json.data.also_regarding[0]).toMatchObject({
      ...at("opportunity", world.deal),
      name: `Pump ${count}`,
    });
    const listed = await seller.get(
      `/records/activity?titles=1&filter=${encodeURIComponent(`regarding == "${world.deal}"`)}`,
    );
    expect(listed.json.data[0].titles.regarding).toBeUndefined();
    expect(read.text).not.toContain("Secret");
    expect(listed.text).not.toContain("Secret");
    expect((await other.get(`/records/activity/${made.id}`)).status).toBe(200);
    const swapped = await app.admin.make("activity", {
      type: "call",
      content: "swapped",
      regarding: about("deal", "hidden"),
    });
    const titled = await seller.get(
      `/records/activity?titles=1&filter=${encodeURIComponent(`id == "${swapped.id}"`)}`,
    );
    expect(titled.json.data[0].titles.also_regarding).toEqual([null]);
    const stranger = await app.person({ name: `Stranger ${count}`, role: "seller" });
    expect((await stranger.get(`/records/activity/${made.id}`)).status).toBe(404);
  });

  test("naming a record needs sight of it, and what is out of sight is refused like what does not exist", async () => {
    const mine = await seller.make("note", { content: "mine", regarding: about("account") });
    const unseen = await seller.patch(`/records/note/${mine.id}`, { also_regarding: about("hidden") });
    const missing = await seller.patch(`/records/note/${mine.id}`, {
      also_regarding: [at("opportunity", "01890000-0000-7000-8000-000000000000")],
    });
    expect([unseen.status, missing.status]).toEqual([422, 422]);
    expect(unseen.json.errors).toEqual(missing.json.errors);
    expect(unseen.json.errors[0]).toMatchObject({ code: "link_missing", field: "also_regarding" });
    expect((await other.get(`/records/note/${mine.id}`)).status).toBe(404);
  });

  test("who may change it keeps or takes out what stood there, seen or not", async () => {
    const made = await app.admin.make("note", {
      content: "kept",
      regarding: about("deal", "hidden", "account"),
    });
    const kept = await seller.patch(`/records/note/${made.id}`, { also_regarding: about("hidden") });
    expect(kept.json.data?.also_regarding, kept.text).toEqual(about("hidden"));
    const turned = await seller.patch(`/records/note/${made.id}`, { regarding: null });
    expect(turned.status, turned.text).toBe(200);
    expect((await seller.get(`/records/note/${made.id}`)).status).toBe(404);
  });

  test("a record of another object with the same id opens nothing", async () => {
    const made = await app.admin.make("note", { content: "safe", regarding: about("hidden") });
    const fresh = await app.admin.make("opportunity", {
      name: "Fresh secret",
      account: world.account,
      owner: other.id,
    });
    const note = await app.admin.make("note", {
      content: "fresh secret",
      regarding: [at("opportunity", world.hidden), at("opportunity", fresh.id)],
    });
    const twin = await seller.post("/records/account", { id: fresh.id, name: `Twin ${count}` });
    expect(twin.status, twin.text).toBe(201);
    expect((await seller.get(`/records/note/${note.id}`)).status).toBe(404);
    expect((await seller.get(`/records/note/${made.id}`)).status).toBe(404);
    expect(await contentsOf(seller, "account", fresh.id)).toEqual([]);
    expect(
      await idsOf(seller, "account", `id == "${fresh.id}" && related("note.regarding").exists()`),
    ).toEqual([]);
  });

  test("the proof names the record that opens it", async () => {
    const made = await app.admin.make("note", { content: "why", regarding: about("hidden", "deal") });
    const proof = await app.admin.get(
      `/permissions/explain?action=read&object=note&record=${made.id}&user=${seller.id}`,
    );
    expect(proof.status, proof.text).toBe(200);
    expect(proof.json.data?.allowed ?? proof.json.allowed).toBe(true);
    expect(proof.text).toContain(`Pump ${count}`);
    const denied = await app.admin.make("note", { content: "why not", regarding: about("hidden") });
    const shut = await app.admin.get(
      `/permissions/explain?action=read&object=note&record=${denied.id}&user=${seller.id}`,
    );
    expect(shut.json.data?.allowed ?? shut.json.allowed).toBe(false);
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

describe("participants", () => {
  test("who took part finds it on their page, colleagues and contacts; being named opens nothing", async () => {
    const participants = [at("user", other.id), at("contact", world.contact)];
    const made = await seller.make("activity", {
      type: "meeting",
      content: "met",
      regarding: about("deal"),
      participants,
    });
    expect(made["participants"]).toEqual(participants);
    expect(await contentsOf(seller, "contact", world.contact)).toEqual(["met"]);
    expect(await contentsOf(seller, "account", world.account)).toEqual(["met"]);
    expect(await idsOf(seller, "activity", `participants contains ${JSON.stringify(world.contact)}`)).toEqual(
      [made.id],
    );
    expect(
      await idsOf(
        seller,
        "contact",
        `id == "${world.contact}" && related("activity.participants").count() == 1`,
      ),
    ).toEqual([world.contact]);
    expect((await other.get(`/records/activity/${made.id}`)).status).toBe(404);
    const read = await seller.get(`/records/activity/${made.id}?expand=participants`);
    expect(
      read.json.data.participants.map((one: { object: string; name: string }) => [one.object, one.name]),
    ).toEqual([
      ["user", "Other"],
      ["contact", `Wang ${count}`],
    ]);
    const stranger = await app.admin.make("contact", {
      name: "Stranger",
      account: world.account,
      owner: other.id,
    });
    const refused = await seller.patch(`/records/activity/${made.id}`, {
      participants: [...participants, at("contact", stranger.id)],
    });
    expect(refused.json.errors).toMatchObject([{ code: "link_missing", field: "participants" }]);
    await app.admin.delete(`/records/contact/${world.contact}`);
    const after = await seller.get(`/records/activity/${made.id}`);
    expect(after.json.data.participants).toEqual(participants);
  });
});

describe("what is told of it", () => {
  test("its log, its versions and the way back name all records that the reader sees", async () => {
    const made = await app.admin.make("note", {
      content: "told",
      regarding: about("deal", "account", "hidden"),
    });
    await app.admin.patch(`/records/note/${made.id}`, { also_regarding: null });
    const log = await seller.get(`/records/note/${made.id}/changes`);
    const change = log.json.data
      .flatMap((one: { changes: { field: string; before: { title?: string } }[] }) => one.changes)
      .find(
        (one: { field: string; before: { value: unknown } }) =>
          one.field === "also_regarding" && one.before.value,
      );
    expect(change?.before.title, log.text).toBe(`Vision Water ${count}`);
    const versions = await seller.get(`/records/note/${made.id}/versions`);
    expect(versions.text).not.toContain("Secret");
    const first = versions.json.data.find((one: { version: number }) => one.version === 1);
    const back = await app.admin.post(`/records/note/${made.id}/versions/restore`, { from: first.from });
    expect(back.status, back.text).toBe(200);
    expect((await app.admin.get(`/records/note/${made.id}`)).json.data.also_regarding).toEqual(
      about("account", "hidden"),
    );
  });
});
