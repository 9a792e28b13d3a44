import { headersOf, until } from "./ask-server.ts";

/** Imports a file and waits until it has made so many records. */
export async function importCsv(
  port: number,
  headers: string,
  options: object,
  csv: string,
  count: number,
): Promise<void> {
  const form = new FormData();
  form.set("options", JSON.stringify(options));
  form.set("file", new Blob([csv], { type: "text/csv" }), "rows.csv");
  const started = await fetch(`http://localhost:${port}/api/v1/imports`, {
    method: "POST",
    headers: { ...headersOf(headers), origin: `http://localhost:${port}` },
    body: form,
  });
  const { id } = (await started.json()) as { id?: string };
  if (!started.ok || !id) throw new Error(`import: ${started.status}`);
  await until(
    port,
    headers,
    `/api/v1/imports/${id}`,
    (run) => run["status"] === "done" && run["created"] === count,
  );
}
