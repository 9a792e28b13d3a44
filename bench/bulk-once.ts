import type { Database } from "../src/platform/db/database.ts";
import type { StubbornClient } from "../src/testing/stubborn-client.ts";

const ROWS = 300;
const BATCH = 100;

/** A job that changes each of its records once. */
export class BulkOnce {
  readonly #client: StubbornClient;
  readonly #name: string;
  #id = "";

  constructor(client: StubbornClient, name: string) {
    this.#client = client;
    this.#name = name;
  }

  async begin(): Promise<void> {
    const ids: string[] = [];
    for (let from = 0; from < ROWS; from += BATCH) {
      const operations = Array.from({ length: BATCH }, (_, at) => ({
        op: "create",
        object: "account",
        values: { name: `${this.#name}-${from + at}` },
      }));
      const made = await this.#client.post("/batch", { operations });
      if (made.status !== 200) throw new Error(`records for a job: ${made.status}`);
      ids.push(...made.json.data.map(({ id }: { id: string }) => id));
    }
    const answer = await this.#client.post("/records/account/bulk", {
      ids,
      values: { industry: this.#name },
    });
    if (answer.status !== 202) throw new Error(`the job was not begun: ${answer.status}`);
    this.#id = answer.json.id;
  }

  async ended(patience: number): Promise<void> {
    for (
      const until = Date.now() + patience;
      Date.now() < until;
      await new Promise((resolve) => setTimeout(resolve, 300))
    ) {
      const { json } = await this.#client.get(`/jobs/${this.#id}`);
      if (!["queued", "running"].includes(json.data.status)) return;
    }
  }

  async check(db: Database): Promise<readonly string[]> {
    const { json } = await this.#client.get(`/jobs/${this.#id}`);
    const [there] = await db.query<{ records: number; versions: number }>({
      text: `select count(*) as records, coalesce(sum(version), 0)::int as versions from w_main.o_account where name like $1 || '-%' and industry = $1`,
      values: [this.#name],
    });
    const isWhole =
      json.data.status === "done" &&
      json.data.result?.done === ROWS &&
      there?.records === ROWS &&
      there.versions === 2 * ROWS;
    return isWhole
      ? []
      : [
          `job ${this.#name}: ${JSON.stringify({ status: json.data.status, result: json.data.result, there })} of ${ROWS}`,
        ];
  }
}
