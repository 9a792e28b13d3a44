import { expect } from "vitest";
import type { Client, Reply, TestApp } from "./app.ts";

const BOUNDARY = "sluice-test-boundary";
export const MULTIPART = { "content-type": `multipart/form-data; boundary=${BOUNDARY}` };
export function form(content: string | Buffer, fields: Readonly<Record<string, string>>): Buffer {
  const text = Object.entries(fields).map(
    ([name, value]) => `--${BOUNDARY}\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
  );
  const head = `--${BOUNDARY}\r\ncontent-disposition: form-data; name="file"; filename="rows.csv"\r\ncontent-type: text/csv\r\n\r\n`;
  return Buffer.concat([
    Buffer.from(head),
    Buffer.from(content),
    Buffer.from(`\r\n${text.join("")}--${BOUNDARY}--\r\n`),
  ]);
}

/** Files brought in over HTTP, for tests. */
export function importer(app: TestApp) {
  const { admin } = app;
  const show = async (id: string) => (await admin.get(`/imports/${id}`)).json.data;
  const send = (content: string, options: object, client: Client = admin): Promise<Reply> =>
    client.post("/imports", form(content, { options: JSON.stringify(options) }), MULTIPART);
  const inspect = async (content: string | Buffer, object: string) =>
    (await admin.post("/imports/inspect", form(content, { object }), MULTIPART)).json.data;
  async function imported(content: string, options: object) {
    const started = await send(content, options);
    if (started.status !== 202) throw new Error(started.text);
    await app.idle();
    const answer = await show(started.json.id);
    expect(answer.rows).toBe(answer.created + answer.updated + answer.skipped + answer.failed);
    return answer;
  }
  async function undone(id: string) {
    const asked = await admin.post(`/imports/${id}/undo`);
    if (asked.status !== 202) throw new Error(asked.text);
    await app.idle();
    return show(id);
  }
  return { show, send, inspect, imported, undone };
}
export type Importer = ReturnType<typeof importer>;
