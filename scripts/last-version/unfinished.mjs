import { signIn } from "./client.mjs";
import { ROWS, startImport } from "./imports.mjs";
import { ADMIN } from "./people.mjs";

/**
 * Leaves work begun and work waiting: a lock on one row lets a bulk change and an import do their first
 * batches and no more, then the process that does them is killed; what comes after waits for a process.
 */
export async function leaveUnfinished(program, db, { people, records, runs }) {
  const web = await program.start("web");
  const admin = await signIn(program.origin, ADMIN.login, ADMIN.password);
  const half = await db.transaction(async (tx) => {
    await tx.query({ text: "set local idle_in_transaction_session_timeout = 0" });
    await tx.query({ text: "select from w_main.o_account where name = '批量 204' for update" });
    const worker = await program.start("worker");
    const rows = Array.from({ length: ROWS }, (_, at) => `批量 ${String(at).padStart(3, "0")},1998`);
    const options = { object: "account", match: ["name"] };
    const imported = await startImport(admin, ["name,year_founded", ...rows].join("\r\n"), options);
    await until(async () => (await admin.get(`/imports/${imported}`)).data.updated > 0);
    const filter = 'industry == "压铸"';
    const bulk = (await admin.post("/records/account/bulk", { filter, values: { employees: 7 } }, 202)).id;
    await until(async () => (await admin.get(`/jobs/${bulk}`)).data.done > 0);
    await worker.kill();
    return { bulk, imported };
  });
  const waiting = {
    undo: (await admin.post(`/imports/${runs.imports.later}/undo`)).id,
    bulk: (
      await admin.post(
        "/records/account/bulk",
        { filter: 'industry == "压铸"', values: { year_founded: 2001 } },
        202,
      )
    ).id,
    handover: await admin.post(`/handovers/${people.leaver.id}`, { to: people.ben.id }),
  };
  await admin.get(`/records/account/${records.first}`);
  await web.stop();
  return { half, waiting };
}

async function until(isSo) {
  while (!(await isSo())) await new Promise((resolve) => setTimeout(resolve, 100));
}
