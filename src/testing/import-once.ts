import type { Database } from "../platform/db/database.ts";
import type { Broken } from "./kept-promises.ts";
import type { StubbornClient } from "./stubborn-client.ts";

const STAGES = ["discovery", "needs", "won"];

/** A file of deals under names of their own, some already won, a few that must fail. */
export class ImportOnce {
  readonly #client: StubbornClient;
  readonly #name: string;
  readonly #rows: number;
  #id = "";
  #failing = 0;

  constructor(client: StubbornClient, name: string, rows: number) {
    this.#client = client;
    this.#name = name;
    this.#rows = rows;
  }

  async begin(): Promise<void> {
    const lines = Array.from({ length: this.#rows }, (_, row) => {
      const isBad = row % 1000 === 999;
      if (isBad) this.#failing += 1;
      return `${this.#name}-${row},${this.#name} deal ${row},${this.#name} customer ${row % 50},${isBad ? "much" : `${row}.25`},${STAGES[row % 3]},2025-${String((row % 12) + 1).padStart(2, "0")}-15`;
    });
    const mapping = {
      key: "external_id",
      deal: "name",
      customer: { field: "account", by: "name", missing: "create" },
      value: "amount",
      phase: "stage",
      since: { stage_entered: "*", field: "close_date" },
    };
    const options = {
      object: "opportunity",
      match: ["external_id"],
      mapping,
      gates: { override: { reason: "history" } },
    };
    const answer = await this.#client.upload(
      "/imports",
      "deals.csv",
      `key,deal,customer,value,phase,since\n${lines.join("\n")}\n`,
      options,
    );
    if (answer.status !== 202 || typeof answer.json?.id !== "string")
      throw new Error(`the import was not begun: ${answer.status} ${JSON.stringify(answer.json)}`);
    this.#id = answer.json.id;
  }

  /** The rows done so far. */
  async progress(): Promise<{ rows: number; ended: boolean }> {
    const { json } = await this.#client.get(`/imports/${this.#id}`);
    return { rows: json.data.rows, ended: !["queued", "running"].includes(json.data.status) };
  }

  async ended(patience: number): Promise<void> {
    for (const until = Date.now() + patience; Date.now() < until;) {
      if ((await this.progress()).ended) return;
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
  }

  /** Each row of the file is there exactly once. */
  async check(db: Database, schema = "w_main"): Promise<Broken> {
    const { json } = await this.#client.get(`/imports/${this.#id}`);
    const { status, rows, created, updated, skipped, failed, linked_created: linked, error } = json.data;
    const broken: string[] = [];
    const good = this.#rows - this.#failing;
    if (
      status !== "done" ||
      rows !== this.#rows ||
      created !== good ||
      updated !== 0 ||
      skipped !== 0 ||
      failed !== this.#failing ||
      linked !== 50
    )
      broken.push(
        `import ${this.#name}: ${JSON.stringify({ status, rows, created, updated, skipped, failed, linked, error })} of ${this.#rows}`,
      );
    const [there] = await db.query<{
      records: number;
      keys: number;
      customers: number;
      results: number;
      versions: number;
    }>({
      text: `select count(*) as records, count(distinct external_id) as keys, coalesce(sum(version), 0)::int as versions,
          (select count(*) from ${schema}.o_account where name like $1 || ' customer %') as customers,
          (select count(*) from ${schema}.import_row where import = $2) as results
        from ${schema}.o_opportunity where external_id like $1 || '-%'`,
      values: [this.#name, this.#id],
    });
    const wanted = { records: good, keys: good, customers: 50, results: this.#rows, versions: good };
    if (
      JSON.stringify(Object.entries(there ?? {}).toSorted()) !==
      JSON.stringify(Object.entries(wanted).toSorted())
    )
      broken.push(`import ${this.#name}: ${JSON.stringify(there)}, wanted ${JSON.stringify(wanted)}`);
    return broken;
  }
}
