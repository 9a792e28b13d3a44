import { afterAll, beforeAll, expect, test } from "vitest";
import type { WireValue } from "../../shared/metadata/object.ts";
import { testApp, type TestApp } from "../../testing/app.ts";

let world: TestApp;
beforeAll(async () => {
  world = await testApp();
});
afterAll(() => world.close());

const HTML = "<h3>Visit</h3><p>one <b>two</b></p><ul><li>x &lt; y</li></ul>";
const DOCUMENT: WireValue = {
  type: "doc",
  content: [
    { type: "heading", attrs: { level: 3 }, content: [{ type: "text", text: "Visit" }] },
    {
      type: "paragraph",
      attrs: { bare: false },
      content: [
        { type: "text", text: "one " },
        { type: "text", text: "two", marks: [{ type: "strong" }] },
      ],
    },
    {
      type: "bullet_list",
      content: [
        {
          type: "list_item",
          content: [{ type: "paragraph", attrs: { bare: true }, content: [{ type: "text", text: "x < y" }] }],
        },
      ],
    },
  ],
};

test("what comes as HTML comes back as the HTML of its document, and as the document where that is asked for", async () => {
  const { admin } = world;
  const note = await admin.make("note", { content: HTML });
  expect(note).toMatchObject({ content: HTML, subject: "Visit" });
  expect((await admin.get(`/records/note/${note.id}`)).json.data.content).toBe(HTML);
  const other = await admin.make("note", { content: "plain & bare" });
  expect(other["content"]).toBe("plain &amp; bare");
  const one = await admin.get(`/records/note/${note.id}?rich_text=document`);
  expect(one.json.data.content, one.text).toEqual(DOCUMENT);
  const listed = await admin.get("/records/note?rich_text=document&sort=created_at");
  expect(listed.json.data[0].content, listed.text).toEqual(DOCUMENT);
  expect((await admin.get("/records/note?rich_text=markdown")).status).toBe(400);
});

test("a document is taken like HTML, and one that the schema does not allow is refused", async () => {
  const { admin } = world;
  const note = await admin.make("note", { content: DOCUMENT });
  expect(note).toMatchObject({ content: HTML, subject: "Visit" });
  const path = `/records/note/${note.id}`;
  const same = await admin.patch(path, { content: HTML });
  expect([same.status, same.json.data.version]).toEqual([200, note["version"]]);
  const seen = await admin.patch(path, { content: "<p>three</p>", base: { content: DOCUMENT } });
  expect([seen.status, seen.json.data?.content], seen.text).toEqual([200, "<p>three</p>"]);
  const image = { type: "doc", content: [{ type: "image", attrs: { src: "/x" } }] };
  let deep: unknown = { type: "paragraph" };
  for (let at = 0; at < 40; at += 1) deep = { type: "blockquote", content: [deep] };
  const refused = async (content: unknown) => (await admin.patch(path, { content })).status;
  expect([await refused(image), await refused({ a: 1 }), await refused(["x"])]).toEqual([422, 422, 422]);
  expect(await refused({ type: "doc", content: [deep] })).toBeGreaterThanOrEqual(400);
  const past = await admin.get(`${path}?version=1&rich_text=document`);
  expect(past.json.data.content, past.text).toEqual(DOCUMENT);
});

test("a value of an earlier release is given as it is stored, read as a document, and no conflict", async () => {
  const { admin, database } = world;
  const note = await admin.make("note", { content: "x" });
  const old = 'one<div>two <strong onclick="x">three</strong></div>';
  await database.db.query({
    text: "update w_main.o_note set content = $2 where id = $1",
    values: [note.id, old],
  });
  const path = `/records/note/${note.id}`;
  expect((await admin.get(path)).json.data.content).toBe(old);
  expect(JSON.stringify((await admin.get(`${path}?rich_text=document`)).json.data)).not.toContain("onclick");
  const changed = await admin.patch(path, { content: "one<p>two</p>", base: { content: old } });
  expect([changed.status, changed.json.data?.content], changed.text).toEqual([200, "one<p>two</p>"]);
});

test("a rich text is found by its words, not by its markup", async () => {
  const { admin } = world;
  const note = await admin.make("note", {
    subject: "s",
    content: '<blockquote>Zanzibar <a href="https://hidden.example">inn</a></blockquote>',
  });
  const found = async (word: string) =>
    (await admin.get(`/records/note?search=${word}`)).json.data.map(({ id }: { id: string }) => id);
  expect(await found("zanzibar")).toEqual([note.id]);
  for (const word of ["blockquote", "noopener", "hidden"]) expect(await found(word), word).toEqual([]);
});
