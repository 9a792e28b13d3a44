#!/usr/bin/env node
// node --import tsx scripts/last-version.mjs CHECKOUT: makes the company of src/testing/fixtures/last-version.tar.gz
// with the program of a built checkout of that version (npm ci, npm run build), and records what it answers.
// To read the answers: zcat src/testing/fixtures/last-version.json.gz
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { gzipSync } from "node:zlib";
import { freePort } from "../src/testing/free-port.ts";
import { startTestServer } from "../src/testing/postgres-server.ts";
import { connectDatabase } from "../src/platform/db/connect.ts";
import { makeCompany } from "./last-version/company.mjs";
import { ADMIN } from "./last-version/people.mjs";
import { programIn } from "./last-version/program.mjs";
import { record } from "./last-version/record.mjs";
import { leaveUnfinished } from "./last-version/unfinished.mjs";
import { root } from "./terminal.mjs";

const [given] = process.argv.slice(2);
if (!given) throw new Error("name the checkout of the version before");
const checkout = resolve(given);
const folder = mkdtempSync(join(tmpdir(), "sluice-last-version-"));
const server = await startTestServer("15");
const db = connectDatabase(server.url, { max: 3 });
const place = { database: server.url, data: join(folder, "data"), port: await freePort(), admin: ADMIN };
const program = programIn(checkout, place);
try {
  const company = await makeCompany(program, db);
  const waiting = await leaveUnfinished(program, db, company);
  const file = join(folder, "last-version.tar");
  await program.command("backup", file);
  const web = await program.start("web");
  const answers = await record(program.origin, { ...company, ...waiting });
  await web.stop();
  const fixture = join(root, "src", "testing", "fixtures", "last-version");
  writeFileSync(`${fixture}.tar.gz`, gzipSync(readFileSync(file), { level: 9 }));
  writeFileSync(`${fixture}.json.gz`, gzipSync(JSON.stringify(answers, null, 1), { level: 9 }));
} finally {
  program.end();
  await db.close();
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
}
