import type { OwnWriter } from "./own-writer.ts";
import { readJson } from "./read-json.ts";

const TOMORROW = new Date(Date.now() + 86_400_000).toISOString();

/** Asks on every road that may go to a replica: each answer is to be exact. */
export async function expectCount(
  writer: OwnWriter,
  cookie: string,
  wanted: number,
  after: string,
): Promise<void> {
  const who = writer.other(cookie);
  const filter = writer.filter;
  const roads: Record<string, () => Promise<unknown>> = {
    "a list of the past": async () =>
      readJson(
        (
          await writer.reads.ask(
            who,
            `/records/account?count=exact&limit=1&as_of=${TOMORROW}&filter=${encodeURIComponent(filter)}`,
          )
        ).text,
      )?.total,
    "a sum": async () =>
      readJson(
        (await writer.reads.ask(who, "/records/account/aggregate", { measures: [{ fn: "count" }], filter }))
          .text,
      )?.groups?.[0]?.values[0] ?? 0,
    "an export": async () => {
      const { status, text } = await writer.reads.ask(who, "/exports", { object: "account", filter });
      return status === 200 ? text.trim().split("\n").length - 1 : status;
    },
  };
  for (const [road, ask] of Object.entries(roads)) {
    const found = await ask();
    if (found !== wanted) writer.wrong(`${road} after ${after}: ${String(found)} instead of ${wanted}`);
  }
}
