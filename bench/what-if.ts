import type { Simulation } from "../src/modules/process/simulation/shared/simulation.contract.ts";
import { type Ask, callerOf } from "./caller.ts";
import type { ChildServer } from "./child-server.ts";
import { median } from "./measure.ts";
import { giveEvidence, guarded, periodOf, type StageBody } from "./what-if-company.ts";
import type { World } from "./world.ts";

const ROUNDS = 5;
export interface WhatIfMeasured {
  readonly moves: number;
  readonly records: number;
  readonly refused: number;
  /** Median of the rounds. */
  readonly seconds: number;
  /** Processor time of the server of one replay, median: other processes of the machine do not slow it. */
  readonly cpuSeconds: number | undefined;
}

/**
 * Seconds to replay 10,000 moves of a year ago through gates that ask for every kind of criterion, as the
 * screen asks it. Puts the rules back afterwards.
 */
export async function timeWhatIf(
  { system, administrator }: World,
  server: ChildServer,
): Promise<WhatIfMeasured> {
  const ask = callerOf(server.port, administrator.headers);
  const listed = await ask<{ data: { id: string; name: string; stages: StageBody[] }[] }>(
    "GET",
    "/pipelines?object=opportunity",
  );
  const pipeline = listed.data.find(({ name }) => name === "b2b_sales");
  if (!pipeline) throw new Error("no sales pipeline");
  const { stages } = pipeline;
  const { from, to, records } = await periodOf(system, pipeline.id);
  await giveEvidence(system, records);
  try {
    await publish(ask, pipeline.id, guarded(stages));
    return await replays(system, server, ask, { id: pipeline.id, from, to });
  } finally {
    await publish(ask, pipeline.id, stages);
  }
}

async function replays(
  system: World["system"],
  server: ChildServer,
  ask: Ask,
  { id, from, to }: { readonly id: string; readonly from: string; readonly to: string },
): Promise<WhatIfMeasured> {
  // History can say of ticks and sign-offs only since rules asked for them.
  await system.db.query({
    text: `update "w_main".o_pipeline_version set created_at = '2000-01-01' where pipeline = $1::uuid`,
    values: [id],
  });
  const [seconds, cpu]: [number[], number[]] = [[], []];
  let found: Simulation | undefined;
  for (let round = 0; round < ROUNDS; round += 1) {
    const [begun, before] = [performance.now(), server.cpuMs()];
    found = (await ask<{ data: Simulation }>("POST", `/pipelines/${id}/simulate`, { from, to })).data;
    seconds.push((performance.now() - begun) / 1000);
    const after = server.cpuMs();
    if (before !== undefined && after !== undefined) cpu.push((after - before) / 1000);
  }
  if (!found) throw new Error("nothing was replayed");
  return {
    moves: found.moves,
    records: found.records,
    refused: found.draft.refused,
    seconds: median(seconds),
    cpuSeconds: cpu.length > 0 ? median(cpu) : undefined,
  };
}

async function publish(ask: Ask, pipeline: string, stages: readonly StageBody[]): Promise<void> {
  await ask("PATCH", `/pipelines/${pipeline}`, { stages });
  await ask("POST", `/pipelines/${pipeline}/publish`, {});
}
