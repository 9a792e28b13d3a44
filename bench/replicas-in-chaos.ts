import type { AnsweredBy } from "../src/platform/db/replica.ts";
import type { LastingReplica } from "../src/testing/lasting-server.ts";
import { AnswersOfReplicas } from "./answers-of-replicas.ts";
import { DISTURBANCES, DisturbReplicas } from "./disturb-replicas.ts";
import { ReadOwnWrites } from "./read-own-writes.ts";

const READERS = 2;
const LOOK_MS = 500;
const AGAIN_MS = 30_000;

/**
 * Replicas that are killed, frozen, paused and delayed, and those who read from them what they have just
 * written.
 */
export class ReplicasInChaos {
  readonly readers: readonly ReadOwnWrites[];
  readonly #disturb: DisturbReplicas;
  readonly #answers: readonly AnswersOfReplicas[];
  readonly #broken: string[] = [];
  #looking: NodeJS.Timeout | undefined;

  constructor(
    replicas: readonly LastingReplica[],
    urls: readonly string[],
    admin: { readonly login: string; readonly password: string },
    token: string,
  ) {
    this.#disturb = new DisturbReplicas(replicas);
    this.readers = Array.from(
      { length: READERS },
      (_, number) => new ReadOwnWrites(urls, admin, number, () => this.#disturb.isOn),
    );
    this.#answers = urls.map((url) => new AnswersOfReplicas([url], token));
  }

  async prepare(): Promise<void> {
    for (const reader of this.readers) await reader.prepare();
    this.#looking = setInterval(() => void this.#look(), LOOK_MS);
  }

  disturb = (): Promise<void> => this.#disturb.go();
  stop = (): void => this.#disturb.stop();

  /** Once nothing is wrong with them, each web process asks its replica again by itself. */
  async settle(): Promise<void> {
    const asked = async (of: AnswersOfReplicas): Promise<number> => (await of.look(), of.sums.replica);
    for (const [at, of] of this.#answers.entries()) {
      const before = await asked(of);
      const begun = Date.now();
      while ((await asked(of)) < before + 10 && Date.now() - begun < AGAIN_MS)
        for (const reader of this.readers) await reader.round();
      if (of.sums.replica < before + 10)
        this.#broken.push(`web process ${at + 1} does not ask its replica any more`);
    }
  }

  get broken(): readonly string[] {
    return [...this.#broken, ...this.readers.flatMap(({ broken }) => broken)];
  }
  get handedOver(): number {
    return this.readers.reduce((sum, one) => sum + one.handedOver, 0);
  }
  get counts(): Readonly<Record<string, number>> {
    const sum = (by: AnsweredBy): number => this.#answers.reduce((all, { sums }) => all + sums[by], 0);
    return {
      ...Object.fromEntries(DISTURBANCES.map((what) => [`replicas ${what}`, this.#disturb.counts[what]])),
      "rounds of own writes": this.readers.reduce((all, { rounds }) => all + rounds, 0),
      "answered by a replica": sum("replica"),
      "by the primary: behind": sum("behind"),
      "by the primary: failed": sum("failed"),
      "by the primary: resting": sum("resting"),
    };
  }
  get times(): readonly [string, readonly number[]][] {
    const all = (which: "calm" | "disturbed"): number[] => this.readers.flatMap(({ times }) => times[which]);
    return [
      ["reads, replicas well", all("calm")],
      ["reads, one disturbed", all("disturbed")],
    ];
  }

  async close(): Promise<void> {
    clearInterval(this.#looking);
    await this.#disturb.close();
  }

  #look = (): Promise<unknown> => Promise.all(this.#answers.map((of) => of.look()));
}
