import { signIn } from "./client.mjs";
import { dropDefinitions, makeDefinitions } from "./definitions.mjs";
import { makeImports } from "./imports.mjs";
import { ADMIN, makeKeys, makePeople } from "./people.mjs";
import { makePipelines } from "./pipelines.mjs";
import { makeRecords } from "./records.mjs";
import { makeRest } from "./sharing.mjs";

/** The other name of this machine leads to the second company. */
export const ACME = "127.0.0.1";

/** A small company that uses everything, and a second one beside it; ends when its readers have come to the end of the log. */
export async function makeCompany(program, db) {
  const all = await program.start("all");
  const people = await makePeople(program.origin);
  await makeDefinitions(people);
  const records = await makeRecords(people);
  const pipelines = await makePipelines(people, records);
  const rest = await makeRest(people, records, pipelines);
  const keys = await makeKeys(program.origin, people);
  const runs = await makeImports(people);
  await dropDefinitions(people, records.second);
  await program.command("workspace", "add", "acme", "--host", ACME);
  // Running processes look for new workspaces every five seconds.
  await new Promise((resolve) => setTimeout(resolve, 6000));
  const acme = await signIn(program.origin.replace("localhost", ACME), ADMIN.login, ADMIN.password);
  await acme.make("account", { name: "Acme only" });
  const between = new Date().toISOString();
  await people.admin.patch(`/records/account/${records.first}`, { name: "恒润精密（改名）" });
  await sealed(db);
  await all.stop();
  return { people, records, pipelines, rest, keys, runs, between };
}

/** Until readers and seals have come to the end of both logs. */
async function sealed(db) {
  for (;;) {
    const [row] = await db.query({
      text: `select (select count(*) from w_main.reader where position < (select max(seq) from w_main.changes))::int as behind,
        (select count(*) from sluice_queue.jobs where run_at <= now())::int as jobs`,
    });
    if (row.behind === 0 && row.jobs === 0) break;
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
  await new Promise((resolve) => setTimeout(resolve, 15_000));
}
