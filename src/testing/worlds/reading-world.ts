import { readFile } from "node:fs/promises";
import { type Client, testApp, type TestApp } from "../app.ts";

export let app: TestApp;
export let admin: Client;
/** Begins an installation with a rate of exchange, into which the files of a test are read. */
export async function openReadingWorld(): Promise<void> {
  app = await testApp();
  admin = app.admin;
  await admin.make("exchange_rate", { currency: "EUR", rate: "7.8", since: "2020-01-01" });
}

const BOUNDARY = "sluice-reading-boundary";
const MULTIPART = { "content-type": `multipart/form-data; boundary=${BOUNDARY}` };
function form(content: Buffer | string, fields: Readonly<Record<string, string>>, name = "rows.csv"): Buffer {
  const part = (head: string): string => `--${BOUNDARY}\r\ncontent-disposition: form-data; ${head}\r\n\r\n`;
  return Buffer.concat([
    Buffer.from(part(`name="file"; filename="${name}"`)),
    Buffer.from(content),
    ...Object.entries(fields).map(([field, value]) => Buffer.from(`\r\n${part(`name="${field}"`)}${value}`)),
    Buffer.from(`\r\n--${BOUNDARY}--\r\n`),
  ]);
}
/** A file of the folder of fixtures. */
export const file = (path: string): Promise<Buffer> =>
  readFile(new URL(`../../modules/data/importing/server/fixtures/${path}`, import.meta.url));
/** Asks for an import. */
export const start = (content: Buffer | string, options: object) =>
  admin.post("/imports", form(content, { options: JSON.stringify(options) }), MULTIPART);
/** What a file is taken for before it is imported. */
export const inspect = async (content: Buffer | string, fields: Readonly<Record<string, string>>) =>
  (await admin.post("/imports/inspect", form(content, fields), MULTIPART)).json;
/** An import as it stands. */
export const show = async (id: string) => (await admin.get(`/imports/${id}`)).json.data;
/** Imports to the end. */
export async function imported(content: Buffer | string, options: object) {
  const started = await start(content, options);
  if (started.status !== 202) throw new Error(started.text);
  await app.idle();
  return show(started.json.id);
}
/** The records that a condition names. */
export const find = async (object: string, filter: string) =>
  (await admin.get(`/records/${object}?limit=500&filter=${encodeURIComponent(filter)}`)).json.data;
/** What an import tells about its file, by its code. */
export const noticed = (answer: { notices: readonly { code: string }[] }, code: string) =>
  answer.notices.find((notice) => notice.code === code);
