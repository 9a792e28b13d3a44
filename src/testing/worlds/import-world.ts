import { expect } from "vitest";
import { type Client, type Reply, testApp, type TestApp } from "../app.ts";

export let app: TestApp;
export let admin: Client;
/** Begins an empty installation to import into. */
export async function openImportWorld(): Promise<void> {
  app = await testApp();
  admin = app.admin;
}

const BOUNDARY = "sluice-test-boundary";
export const MULTIPART = { "content-type": `multipart/form-data; boundary=${BOUNDARY}` };
/** A file with its settings as a browser sends it. */
export function form(content: string, fields: Readonly<Record<string, string>>): Buffer {
  const text = Object.entries(fields).map(
    ([name, value]) => `--${BOUNDARY}\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
  );
  const head = `--${BOUNDARY}\r\ncontent-disposition: form-data; name="file"; filename="rows.csv"\r\ncontent-type: text/csv\r\n\r\n`;
  return Buffer.from(`${head}${content}\r\n${text.join("")}--${BOUNDARY}--\r\n`);
}
/** Asks for an import. */
export const send = (content: string, options: object, client = admin): Promise<Reply> =>
  client.post("/imports", form(content, { options: JSON.stringify(options) }), MULTIPART);
/** An import as it stands. */
export const show = async (id: string) => (await admin.get(`/imports/${id}`)).json.data;
/** Imports to the end; no row is lost from the counts. */
export async function imported(content: string, options: object) {
  const started = await send(content, options);
  if (started.status !== 202) throw new Error(started.text);
  await app.idle();
  const answer = await show(started.json.id);
  expect(answer.rows).toBe(answer.created + answer.updated + answer.skipped + answer.failed);
  return answer;
}
/** The records that a condition names. */
export const find = async (object: string, filter: string) =>
  (await admin.get(`/records/${object}?limit=500&filter=${encodeURIComponent(filter)}`)).json.data;
/** The counts of an import alone. */
export const counts = ({ created, updated, skipped, failed, linked_created }: Record<string, number>) => ({
  created,
  updated,
  skipped,
  failed,
  linked_created,
});
