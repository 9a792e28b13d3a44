import { formOf } from "./client.mjs";

export const ROWS = 208;
/** More than a bulk change does at once, and than one batch of an import takes. */
const csv = (head, rows) => [head, ...rows].join("\r\n");
const bulk = Array.from({ length: ROWS }, (_, at) => `批量 ${String(at).padStart(3, "0")},注塑`);

export const startImport = async (client, content, options) =>
  (
    await client.post(
      "/imports",
      formOf("rows.csv", content, { options: JSON.stringify(options) }, "text/csv"),
    )
  ).id;

export async function whenDone(client, path) {
  for (;;) {
    const { data } = await client.get(path);
    if (!["queued", "running"].includes(data.status)) return data;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}

/** Imports that are done, taken back, tried and refused in part; a bulk change that is done. */
export async function makeImports({ admin }) {
  const done = async (content, options) => {
    const id = await startImport(admin, content, options);
    await whenDone(admin, `/imports/${id}`);
    return id;
  };
  const many = await done(csv("name,industry", bulk), { object: "account" });
  const partly = await done(csv("name,account\n某甲,恒润精密\n某乙,没有这家", []), {
    object: "contact",
    mapping: { name: { field: "name" }, account: { field: "account", by: ["name"] } },
  });
  const undone = await done(csv("name,industry\n撤销甲,x\n撤销乙,y", []), { object: "account" });
  await admin.post(`/imports/${undone}/undo`);
  await whenDone(admin, `/imports/${undone}`);
  const tried = await done(csv("name,industry\n试运行,x", []), { object: "account", dry_run: true });
  const later = await done(csv("name,industry\n待撤销甲,x\n待撤销乙,y", []), { object: "account" });
  const filter = 'industry == "注塑"';
  const { id } = await admin.post("/records/account/bulk", { filter, values: { industry: "压铸" } }, 202);
  await whenDone(admin, `/jobs/${id}`);
  await admin.post("/exports", { object: "account", format: "csv", filter: 'industry != "压铸"' });
  return { imports: { many, partly, undone, tried, later }, bulk: id };
}
