import { afterAll, beforeAll, expect, test } from "vitest";
import { type Client, testApp, type TestApp } from "../../../../testing/app.ts";

let app: TestApp;
let admin: Client;
beforeAll(async () => {
  app = await testApp();
  ({ admin } = app);
  for (const name of ["Pump", "Valve", "Gauge"]) await admin.make("product", { name, code: name });
});
afterAll(() => app.close());

const BOUNDARY = "sluice-test-boundary";
async function imported(content: string, options: object) {
  const part = (head: string, body: string) =>
    `--${BOUNDARY}\r\ncontent-disposition: form-data; ${head}\r\n\r\n${body}\r\n`;
  const body = `${part('name="file"; filename="lines.csv"', content)}${part('name="options"', JSON.stringify(options))}--${BOUNDARY}--\r\n`;
  const started = await admin.post("/imports", Buffer.from(body), {
    "content-type": `multipart/form-data; boundary=${BOUNDARY}`,
  });
  expect(started.status, started.text).toBe(202);
  await app.idle();
  return { id: started.json.id, ...(await admin.get(`/imports/${started.json.id}`)).json.data };
}
const list = async (object: string, filter: string) =>
  (await admin.get(`/records/${object}?filter=${encodeURIComponent(filter)}`)).json.data;
const OPTIONS = {
  object: "price_book_entry",
  mapping: {
    book: { field: "price_book", by: "name", missing: "create" },
    product: { field: "product", by: "name" },
    price: "price",
  },
};

test("lines of a file come under their parents: those there are by match, others made once; each document's version rises once", async () => {
  const old = await admin.make("price_book", { name: "Old" });
  const done = await imported(
    "book,product,price\nOld,Pump,10\nOld,Valve,20\nNew,Pump,11\nNew,Nothing,1\nNew,Gauge,12\n",
    OPTIONS,
  );
  expect(done).toMatchObject({ status: "done", created: 4, failed: 1, linked_created: 1 });
  expect((await admin.get(`/records/price_book/${old.id}?expand=entries`)).json.data).toMatchObject({
    version: 2,
    entries: [{ name: "Pump" }, { name: "Valve" }],
  });
  const [made] = await list("price_book", 'name == "New"');
  expect(made.version).toBeLessThanOrEqual(2);
  expect(await list("price_book_entry", `price_book == "${made.id}"`)).toHaveLength(2);

  const changed = await imported(
    "id,price\n" +
      (await list("price_book_entry", `price_book == "${old.id}"`))
        .map(({ id }: { id: string }) => `${id},30`)
        .join("\n"),
    {
      object: "price_book_entry",
      match: ["id"],
      mapping: { id: "id", price: "price" },
    },
  );
  expect(changed).toMatchObject({ updated: 2, failed: 0 });
  expect((await admin.get(`/records/price_book/${old.id}`)).json.data.version).toBe(3);

  for (const { id } of [changed, done]) {
    expect((await admin.post(`/imports/${id}/undo`)).status).toBeLessThan(300);
    await app.idle();
  }
  expect(await list("price_book_entry", `price_book == "${old.id}"`)).toEqual([]);
  expect(await list("price_book", 'name == "New"')).toEqual([]);
});
