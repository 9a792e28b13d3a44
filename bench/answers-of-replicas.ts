import { ANSWERS, type AnsweredBy } from "../src/platform/db/replica.ts";

/**
 * Who answered the reads of each web process, also where it was killed between: its counters begin anew then.
 */
export class AnswersOfReplicas {
  readonly sums: Record<AnsweredBy, number> = { replica: 0, behind: 0, failed: 0, resting: 0 };
  readonly #last = new Map<string, number>();
  constructor(
    private readonly urls: readonly string[],
    private readonly token: string,
  ) {}

  async look(): Promise<void> {
    for (const url of this.urls) {
      const answer = await fetch(`${url}/api/metrics`, {
        headers: { authorization: `Bearer ${this.token}` },
      }).catch(() => undefined);
      const text = (await answer?.text().catch(() => "")) ?? "";
      for (const by of ANSWERS) {
        const found = new RegExp(`^database_replica_reads_total\\{answer="${by}"\\} (\\d+)$`, "m").exec(
          text,
        )?.[1];
        if (found === undefined) continue;
        const [now, before] = [Number(found), this.#last.get(`${url} ${by}`) ?? 0];
        this.sums[by] += now >= before ? now - before : now;
        this.#last.set(`${url} ${by}`, now);
      }
    }
  }
}
