import { afterAll, beforeAll, expect, test } from "vitest";
import type { Client } from "../../../../testing/app.ts";
import {
  admin,
  app,
  counts,
  find,
  form,
  imported,
  MULTIPART,
  openImportWorld,
  send,
  show,
} from "../../../../testing/worlds/import-world.ts";
import { importFiles } from "./import-files.retention.ts";

let seller: Client & { id: string };
let other: Client & { id: string };
beforeAll(async () => {
  await openImportWorld();
  seller = await app.person({ name: "Importer", role: "sales_director" });
  other = await app.person({ name: "Other importer", role: "sales_director" });
});
afterAll(() => app.close());

const outcomes = ({ json }: { json: { data: { row: number; outcome: string }[] } }) =>
  json.data.map(({ row, outcome }) => `${row} ${outcome}`);
const codes = (answers: readonly { status: number; json: { code: string } }[]) =>
  answers.map(({ status, json }) => `${status} ${json.code}`);
const PEOPLE = "name,email\nA1 one,one@a1.example\nA1 two,nonsense\nA1 three,three@a1.example\nA1 four,@\n";
const mapping = { name: "name", email: "email" };

test("the records that an import wrote stand in the order of the rows that wrote them, each once", async () => {
  const ids: string[] = [];
  for (const name of ["A0 x", "A0 y", "A0 z"]) ids.push((await admin.make("account", { name })).id);
  const [x, y, z] = ids;
  const { id } = await imported("name,industry\nA0 z,a\nA0 x,b\nA0 z,c\nA0 y,d\n", {
    object: "account",
    match: ["name"],
  });
  expect((await show(id)).records).toEqual([z, x, y]);
});

test("rows are told by what became of them, page by page", async () => {
  const { id } = await imported(PEOPLE, { object: "contact", mapping });
  const rows = (query: string) => admin.get(`/imports/${id}/rows${query}`);
  expect(outcomes(await rows(""))).toEqual(["1 created", "2 failed", "3 created", "4 failed"]);
  expect(outcomes(await rows("?outcome=failed"))).toEqual(["2 failed", "4 failed"]);
  expect(outcomes(await rows("?outcome=failed&cursor=2"))).toEqual(["4 failed"]);
  expect(outcomes(await rows("?cursor=4"))).toEqual([]);
  const [first, second] = (await rows("")).json.data;
  expect(first).toMatchObject({ title: "A1 one", cells: null, errors: [] });
  expect(second).toMatchObject({
    title: null,
    record: null,
    cells: ["A1 two", "nonsense"],
    errors: [{ field: "email" }],
  });
  const many = `name\n${Array.from({ length: 130 }, (_, at) => `A1b ${at}`).join("\n")}\n`;
  const long = await imported(many, { object: "account" });
  const page = (await admin.get(`/imports/${long.id}/rows`)).json;
  expect([page.data.length, page.page.next]).toEqual([100, "100"]);
  const last = (await admin.get(`/imports/${long.id}/rows?cursor=${page.page.next}`)).json;
  expect([last.data.length, last.data[0].row, last.page.next]).toEqual([30, 101, null]);
});

test("reasons over all rows come with the first of them, the most frequent first", async () => {
  const { id } = await imported("name,email,mobile\nA2 a,x,1\nA2 b,y,13800138000\nA2 c,z,2\n", {
    object: "contact",
    mapping: { ...mapping, mobile: "mobile" },
  });
  const { reasons } = await show(id);
  expect(
    reasons.map((one: Record<string, unknown>) => [one["code"], one["field"], one["rows"], one["numbers"]]),
  ).toEqual([
    ["not_an_email", "email", 3, [1, 2, 3]],
    ["not_a_phone", "mobile", 2, [1, 3]],
  ]);
});

test("failed rows are a file in its own columns; mended, the same file goes in again", async () => {
  const { id, errors_file } = await imported(PEOPLE.replaceAll("A1", "A3").replaceAll("a1.", "a3."), {
    object: "contact",
    mapping,
  });
  expect(errors_file).toBe(`/api/v1/imports/${id}/errors.csv`);
  const file = await admin.get(`/imports/${id}/errors.csv`);
  const [titles, ...lines] = file.text.replace("\ufeff", "").trim().split("\r\n");
  expect(titles).toBe("name,email,error_code,error_field,error_message");
  expect(lines.map((line) => line.split(",").slice(0, 4).join())).toEqual([
    "A3 two,nonsense,not_an_email,email",
    "A3 four,'@,not_an_email,email",
  ]);
  const mended = file.text.replace("nonsense", "two@a3.example").replace("'@", "four@a3.example");
  expect(counts(await imported(mended, { object: "contact", mapping }))).toMatchObject({
    created: 2,
    failed: 0,
  });
  expect(await find("contact", 'startsWith(name, "A3")')).toHaveLength(4);
});

test("an import is its person's: others do not find it, administrators may look at it", async () => {
  const { json } = await send("name\nA4 one\n", { object: "account" }, seller);
  await app.idle();
  const own = `/imports/${json.id}`;
  expect((await seller.get(own)).status).toBe(200);
  expect((await admin.get(own)).status).toBe(200);
  const asked = [
    await other.get(own),
    await other.get(`${own}/rows`),
    await other.get(`${own}/errors.csv`),
    await other.post(`${own}/undo`),
    await other.post(`${own}/cancel`),
    await other.post(`${own}/answers`, { answers: {} }),
    await other.post(`${own}/continue`, { options: { object: "account" } }),
    await other.post("/imports", { from: json.id }),
    await other.post("/imports/inspect", { from: json.id }),
  ];
  expect(codes(asked)).toEqual(asked.map(() => "404 not_found"));
  const listed = async (who: Client) =>
    (await who.get("/imports")).json.data.map(({ id }: { id: string }) => id);
  expect(await listed(seller)).toEqual([json.id]);
  expect(await listed(other)).toEqual([]);
  expect(await listed(admin)).not.toContain(json.id);
});

test("a file that was looked into is its person's, too, and known by its id alone", async () => {
  const looked = await seller.post(
    "/imports/inspect",
    form("name\nA5 one\n", { object: "account" }),
    MULTIPART,
  );
  const { upload } = looked.json.data;
  const start = (who: Client, of: string) =>
    who.post("/imports", { upload: of, options: { object: "account", dry_run: true } });
  expect(
    codes([await start(other, upload), await start(seller, "-".repeat(36)), await start(seller, "x")]),
  ).toEqual(["404 upload_gone", "404 upload_gone", "404 upload_gone"]);
  expect((await start(seller, upload)).status).toBe(202);
  await app.idle();
});

test("what has ended cannot be cancelled, what wrote nothing not undone, what is undone not again", async () => {
  const tried = await imported("name\nA6 dry\n", { object: "account", dry_run: true });
  const done = await imported("name\nA6 one\n", { object: "account" });
  const before = [
    await admin.post(`/imports/${tried.id}/undo`),
    await admin.post(`/imports/${done.id}/cancel`),
    await admin.post("/imports", { from: done.id }),
    await admin.post(`/imports/${done.id}/continue`, { options: { object: "contact" } }),
    await admin.post(`/imports/${done.id}/answers`, { answers: { nothing: "x" } }),
  ];
  expect(codes(before)).toEqual([
    "409 dry_run",
    "409 already_ended",
    "409 not_a_dry_run",
    "409 not_continuable",
    "422 unknown_question",
  ]);
  expect((await admin.post(`/imports/${done.id}/undo`)).status).toBe(202);
  await app.idle();
  expect(await find("account", 'name == "A6 one"')).toEqual([]);
  const after = [
    await admin.post(`/imports/${done.id}/undo`),
    await admin.post(`/imports/${done.id}/continue`, { options: { object: "account" } }),
    await admin.post(`/imports/${done.id}/answers`, { answers: {} }),
  ];
  expect(codes(after)).toEqual(["409 already_undone", "409 not_continuable", "409 not_answerable"]);
});

test("an answer settles a cell for all of its rows: one of those offered, another name, nothing, or no row", async () => {
  const account = await admin.make("account", { name: "A7 Vision Water" });
  const csv =
    "name,account\nA7 a,A7 Vision Watre\nA7 b,A7 Vision Watre\nA7 c,nobody\nA7 d,made up\nA7 e,unwanted\n";
  const tried = await imported(csv, {
    object: "contact",
    dry_run: true,
    mapping: { name: "name", account: { field: "account", by: "name", missing: "refuse" } },
  });
  const question = (cell: string) => {
    const found = tried.questions.find((one: { cell: string }) => one.cell === cell);
    if (!found) throw new Error(`nobody asks about ${cell}`);
    return found;
  };
  expect(question("A7 Vision Watre")).toMatchObject({
    rows: 2,
    candidates: [{ id: account.id, title: "A7 Vision Water" }],
  });
  const answers = {
    [question("A7 Vision Watre").id]: "A7 vision water",
    [question("nobody").id]: null,
    [question("made up").id]: { create: true },
    [question("unwanted").id]: { skip: true },
  };
  expect((await admin.post(`/imports/${tried.id}/answers`, { answers })).status).toBe(202);
  await app.idle();
  expect(await show(tried.id)).toMatchObject({
    questions: [],
    failed: 0,
    skipped: 1,
    created: 4,
    linked_created: 1,
  });
  const started = await admin.post("/imports", { from: tried.id });
  await app.idle();
  expect(counts(await show(started.json.id))).toEqual({
    created: 4,
    updated: 0,
    skipped: 1,
    failed: 0,
    linked_created: 1,
  });
  const made = await find("contact", 'startsWith(name, "A7")');
  const linked = made
    .map((one: { name: string; account: string | null }) => [one.name, one.account])
    .toSorted();
  expect(linked.map(([, to]: [string, string | null]) => to).slice(0, 3)).toEqual([
    account.id,
    account.id,
    null,
  ]);
  expect(linked[3]?.[1]).toBe((await find("account", 'name == "made up"'))[0].id);
});

test("the same file under other options asks again nothing that was answered", async () => {
  const csv = "name,industry,close\nA8 deal,x,03/04/2026\n";
  const tried = await imported(csv, {
    object: "opportunity",
    dry_run: true,
    mapping: { name: "name", close: "close_date" },
  });
  expect(tried.questions).toMatchObject([{ kind: "setting", setting: "date_order", column: "close" }]);
  const options = {
    object: "opportunity",
    mapping: { name: "name", close: { field: "close_date", date_order: "dmy" } },
  };
  expect((await admin.post(`/imports/${tried.id}/continue`, { options })).status).toBe(202);
  await app.idle();
  const again = await show(tried.id);
  expect(again).toMatchObject({ questions: [], created: 1, failed: 0, dry_run: true });
  expect(again.preview[0].values.close_date).toBe("2026-04-03");
});

test("after their time the file and the cells are gone; what was written is known and can be undone", async () => {
  const done = await imported("name,email\nA9 one,one@a9.example\nA9 two,nonsense\n", {
    object: "contact",
    mapping,
  });
  const tried = await imported("name\nA9 dry\n", { object: "account", dry_run: true });
  const context = await app.context();
  const before = new Date(Date.now() + 60_000).toISOString();
  const take = { before, limit: 100, run: "" };
  const full = await importFiles.count(context, before);
  expect(full).toBeGreaterThanOrEqual(2);
  for (let taken = 1, turns = 0; taken > 0 && turns <= full; turns += 1)
    taken = await importFiles.take(context, take);
  expect(await importFiles.count(context, before)).toBe(0);
  const asked = [
    await admin.get(`/imports/${done.id}/errors.csv`),
    await admin.post(`/imports/${done.id}/answers`, { answers: {} }),
    await admin.post(`/imports/${done.id}/continue`, { options: { object: "contact" } }),
    await admin.post("/imports", { from: tried.id }),
  ];
  expect(codes(asked)).toEqual(asked.map(() => "410 file_gone"));
  const rows = (await admin.get(`/imports/${done.id}/rows`)).json.data;
  expect(rows.map((one: { cells: unknown; errors: unknown }) => [one.cells, one.errors])).toEqual([
    [null, []],
    [null, []],
  ]);
  await admin.post(`/imports/${done.id}/undo`);
  await app.idle();
  expect(await show(done.id)).toMatchObject({ status: "undone", undo: { deleted: 1 } });
});

test("a failed row whose cells were erased is not tried again, the others are", async () => {
  const csv = "name,account\nA10 a,A10 nobody\nA10 b,A10 nobody\n";
  const options = { object: "contact", mapping: { name: "name", account: { field: "account", by: "name" } } };
  const done = await imported(csv, options);
  expect(counts(done)).toMatchObject({ created: 0, failed: 2 });
  const { db, workspace } = await app.context();
  await db.query({
    text: `update "${workspace.schema}".import_row set cells = null, reasons = null where import = $1 and number = 1`,
    values: [done.id],
  });
  await admin.post(`/imports/${done.id}/answers`, { answers: { [done.questions[0].id]: null } });
  await app.idle();
  expect(counts(await show(done.id))).toMatchObject({ created: 1, failed: 1 });
  expect((await show(done.id)).status).toBe("done");
});
