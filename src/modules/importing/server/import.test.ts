import { readFileSync } from "node:fs";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Client, type Reply, testApp, type TestApp } from "../../../testing/app.ts";

let app: TestApp;
beforeAll(async () => void (app = await testApp()));
afterAll(() => app.close());

const BOUNDARY = "sluice-test-boundary";
function form(content: string | Buffer, fields: Readonly<Record<string, string>>, name = "file.csv"): Buffer {
  const parts = Object.entries(fields).map(([field, value]) => Buffer.from(`--${BOUNDARY}\r\ncontent-disposition: form-data; name="${field}"\r\n\r\n${value}\r\n`));
  const head = Buffer.from(`--${BOUNDARY}\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\ncontent-type: text/csv\r\n\r\n`);
  return Buffer.concat([head, Buffer.from(content as string), Buffer.from("\r\n"), ...parts, Buffer.from(`--${BOUNDARY}--\r\n`)]);
}
const MULTIPART = { "content-type": `multipart/form-data; boundary=${BOUNDARY}` };
const send = (client: Client, content: string | Buffer, options: object): Promise<Reply> => client.post("/imports", form(content, { options: JSON.stringify(options) }), MULTIPART);
async function imported(content: string | Buffer, options: object, client = app.admin) {
  const started = await send(client, content, options);
  if (started.status !== 202) throw new Error(started.text);
  await app.idle();
  return (await client.get(`/imports/${started.json.id}`)).json.data;
}

test("debug", async () => {
  const r = await imported(readFileSync("/work/shared/data/maven-crm/sales_teams.csv"), { object: "user", mapping: { sales_agent: "name", manager: { field: "manager", by: "name", missing: "create" }, regional_office: { field: "department", by: "name", missing: "create" } } });
  console.log(JSON.stringify(r).slice(0, 1500));
  expect(r.created).toBe(35);
});
