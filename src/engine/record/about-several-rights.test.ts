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
  other,
  seller,
  world,
} from "../../testing/worlds/about-several-world.ts";

beforeAll(openSellers);
beforeEach(makeRecords);
afterAll(async () => app.close());

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
