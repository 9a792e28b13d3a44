import pg from "pg";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { testApp, type TestApp } from "../../../../testing/app.ts";
import { importer, type Importer } from "../../../../testing/importer.ts";

let app: TestApp;
let files: Importer;
beforeAll(async () => {
  app = await testApp();
  files = importer(app);
  for (const name of ["远景水务", "恒润精密"]) await app.admin.make("account", { name });
});
afterAll(() => app.close());

type Given = string | { readonly text: string };
type Sent = (this: pg.Client, given: Given) => Promise<unknown> | object;
/** How many statements the largest transaction of `work` has asked that writes deals. */
async function largestOf(work: () => Promise<void>): Promise<number> {
  const open = new Map<object, string[]>();
  const done: (readonly string[])[] = [];
  const send = pg.Client.prototype.query as unknown as Sent;
  const spy = vi.spyOn(pg.Client.prototype, "query").mockImplementation(function (
    this: pg.Client,
    given: Given,
  ) {
    const text = typeof given === "string" ? given : given.text;
    if (text.startsWith("begin")) open.set(this, []);
    else if (text.startsWith("commit")) done.push(open.get(this) ?? []);
    else open.get(this)?.push(text);
    return send.call(this, given);
  } as never);
  try {
    await work();
  } finally {
    spy.mockRestore();
  }
  const writing = done.filter((texts) =>
    texts.some((text) => /(insert into|update) "w_main"\."o_opportunity"/.test(text)),
  );
  return Math.max(...writing.map((texts) => texts.length));
}

test("a batch of an import asks as many statements for many rows as for few, and so does taking it back", async () => {
  let word = 0;
  const bring = async (count: number): Promise<readonly [number, number]> => {
    const rows = Array.from(
      { length: count },
      (_, at) => `流量计 ${(word += 1)},${at % 2 === 0 ? "远景水务" : "恒润精密"},${1000 + at},2030-01-01`,
    );
    const mapping = {
      商机名称: "name",
      客户: { field: "account", by: "name", missing: "refuse" },
      金额: "amount",
      成交日期: "close_date",
    };
    let id = "";
    const made = await largestOf(async () => {
      const done = await files.imported(["商机名称,客户,金额,成交日期", ...rows].join("\n"), {
        object: "opportunity",
        match: [],
        mapping,
      });
      expect(done.created).toBe(count);
      id = done.id;
    });
    const undone = await largestOf(async () =>
      expect((await files.undone(id)).undo).toMatchObject({ deleted: count, kept_total: 0 }),
    );
    return [made, undone];
  };
  await bring(4);
  const [few, many] = [await bring(4), await bring(40)];
  expect(many).toEqual(few);
});
