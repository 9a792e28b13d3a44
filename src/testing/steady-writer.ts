import type { Broken } from "./kept-promises.ts";
import type { StubbornAnswer, StubbornClient } from "./stubborn-client.ts";

/** What the server has acknowledged of a record. */
interface Known {
  readonly object: "account" | "opportunity" | "activity";
  readonly id: string;
  readonly name: string;
  values: Record<string, unknown>;
  version: number;
  deleted: boolean;
}
const STAGES = ["discovery", "needs", "solution", "proposal", "negotiation", "won"];
const CLOSE_DATE = "2031-05-31";

/**
 * Writes one thing after the other about records of its own, and keeps what was acknowledged. `number`
 * decides what it does.
 */
export class SteadyWriter {
  acknowledged = 0;
  readonly #client: StubbornClient;
  readonly #number: number;
  readonly #random: () => number;
  readonly #known: Known[] = [];
  readonly broken: string[] = [];
  #made = 0;

  constructor(client: StubbornClient, number: number) {
    this.#client = client;
    this.#number = number;
    this.#random = randomOf(number + 1);
  }

  /** The next write. */
  async step(): Promise<void> {
    const deals = this.#of("opportunity");
    const roll = this.#random();
    if (this.#of("account").length < 2 || roll < 0.08) await this.#makeAccount();
    else if (deals.length < 4 || roll < 0.3) await this.#makeDeal();
    else if (roll < 0.45) await this.#patch();
    else if (roll < 0.65) await this.#move();
    else if (roll < 0.74) await this.#bin();
    else if (roll < 0.82) await this.#restore();
    else if (roll < 0.9) await this.#bulk();
    else if (roll < 0.95) await this.#makeActivity();
    else await this.#batch();
    this.acknowledged += 1;
  }

  /** What was acknowledged and is not there as it was, and what is there twice. */
  async check(): Promise<Broken> {
    const broken = [...this.broken];
    for (const known of this.#known) {
      const { status, json } = await this.#client.get(`/records/${known.object}/${known.id}?deleted=1`);
      if (status !== 200) broken.push(`${known.name}: ${status}`);
      else broken.push(...differences(known, json.data));
    }
    for (const object of ["account", "opportunity", "activity"] as const) {
      const field = object === "activity" ? "subject" : "name";
      const names = await this.#namesOf(object, field);
      const wanted = this.#known.filter((known) => known.object === object).map(({ name }) => name);
      if (names.toSorted().join("\n") !== wanted.toSorted().join("\n"))
        broken.push(
          `writer ${this.#number}: ${names.length} records of ${object}, ${wanted.length} were acknowledged`,
        );
    }
    return broken;
  }

  async #namesOf(object: string, field: string): Promise<string[]> {
    const names: string[] = [];
    for (const deleted of ["", "&deleted=1"]) {
      for (let cursor: string | null = ""; cursor !== null;) {
        const filter = encodeURIComponent(`${field}.startsWith("writer ${this.#number}-")`);
        const { json } = await this.#client.get(
          `/records/${object}?limit=500&fields=${field}&filter=${filter}${deleted}${cursor ? `&cursor=${encodeURIComponent(cursor)}` : ""}`,
        );
        names.push(...json.data.map((row: Record<string, string>) => row[field]));
        cursor = json.page.next;
      }
    }
    return names;
  }

  #of(object: Known["object"], deleted = false): Known[] {
    return this.#known.filter((known) => known.object === object && known.deleted === deleted);
  }
  #one<T>(all: readonly T[]): T | undefined {
    return all[Math.floor(this.#random() * all.length)];
  }
  #name = (): string => `writer ${this.#number}-${this.#made++}`;

  async #makeAccount(): Promise<void> {
    const values = { name: this.#name(), employees: this.#made, revenue: money(this.#random()) };
    this.#learn("account", values.name, values, await this.#client.post("/records/account", values));
  }
  async #makeDeal(): Promise<void> {
    const account = this.#one(this.#of("account"));
    const values = {
      name: this.#name(),
      account: account?.id,
      amount: money(this.#random()),
      close_date: CLOSE_DATE,
    };
    this.#learn("opportunity", values.name, values, await this.#client.post("/records/opportunity", values));
  }
  async #makeActivity(): Promise<void> {
    const account = this.#one(this.#of("account"));
    const values = {
      subject: this.#name(),
      type: "call",
      regarding: { object: "account", id: account?.id },
      occurred_at: "2026-01-05T08:00:00Z",
    };
    this.#learn(
      "activity",
      values.subject,
      { subject: values.subject, type: "call" },
      await this.#client.post("/records/activity", values),
    );
  }
  async #batch(): Promise<void> {
    const [account, deal] = [
      { name: this.#name() },
      { name: this.#name(), close_date: CLOSE_DATE, amount: money(this.#random()) },
    ];
    const answer = await this.#client.post("/batch", {
      operations: [
        { op: "create", object: "account", values: account },
        { op: "create", object: "opportunity", values: { ...deal, account: "$0.id" } },
      ],
    });
    const [first, second] = answer.json?.data ?? [];
    if (answer.status !== 200 || !first || !second) return this.#wrong("batch", answer);
    this.#known.push({
      object: "account",
      id: first.id,
      name: account.name,
      values: account,
      version: 1,
      deleted: false,
    });
    this.#known.push({
      object: "opportunity",
      id: second.id,
      name: deal.name,
      values: { ...deal, account: first.id },
      version: 1,
      deleted: false,
    });
  }
  #learn(
    object: Known["object"],
    name: string,
    values: Record<string, unknown>,
    answer: StubbornAnswer,
  ): void {
    if (answer.status !== 201) return this.#wrong(`create ${object}`, answer);
    this.#known.push({
      object,
      id: answer.json.data.id,
      name,
      values,
      version: answer.json.data.version,
      deleted: false,
    });
  }

  async #patch(): Promise<void> {
    const deal = this.#one(this.#of("opportunity"));
    if (!deal) return;
    const values = { amount: money(this.#random()), next_step: `step ${this.acknowledged}` };
    this.#changed(deal, values, 1, await this.#client.patch(`/records/opportunity/${deal.id}`, values));
  }
  /** The next stage, or back to the first. */
  async #move(): Promise<void> {
    const deal = this.#one(this.#of("opportunity"));
    if (!deal) return;
    const stage = STAGES.indexOf(String(deal.values["stage"] ?? STAGES[0]));
    const to = STAGES[stage + 1] ?? "discovery";
    // What the shipped gates ask for is not what is tried here: they are overridden, which writes more, not
    // less.
    const answer = await this.#client.post(`/records/opportunity/${deal.id}/transitions`, {
      to,
      reason: "chaos",
      override: { reason: "chaos" },
    });
    // A deal that is closed gets the day of it.
    const closed = to === "won" ? { close_date: answer.json?.data?.close_date } : {};
    this.#changed(deal, { stage: to, ...closed }, 1, answer);
  }
  async #bin(): Promise<void> {
    const deal = this.#one(this.#of("opportunity"));
    if (!deal) return;
    const answer = await this.#client.delete(`/records/opportunity/${deal.id}`);
    if (answer.status !== 204) return this.#wrong("delete", answer);
    deal.deleted = true;
    deal.version += 1;
  }
  async #restore(): Promise<void> {
    const deal = this.#one(this.#of("opportunity", true));
    if (!deal) return;
    this.#changed(deal, {}, 1, await this.#client.post(`/records/opportunity/${deal.id}/restore`));
    deal.deleted = false;
  }
  async #bulk(): Promise<void> {
    const deals = this.#of("opportunity").slice(-20);
    const values = { next_step: `bulk ${this.acknowledged}` };
    const answer = await this.#client.post("/records/opportunity/bulk", {
      ids: deals.map(({ id }) => id),
      values,
    });
    if (answer.status !== 200 || answer.json.done !== deals.length) return this.#wrong("bulk", answer);
    for (const deal of deals) this.#put(deal, values, 1);
  }

  #changed(known: Known, values: Record<string, unknown>, versions: number, answer: StubbornAnswer): void {
    if (answer.status !== 200) return this.#wrong(`change ${known.name}`, answer);
    this.#put(known, values, versions);
    if (answer.json.data.version !== known.version)
      this.broken.push(
        `${known.name}: version ${answer.json.data.version} was acknowledged, ${known.version} expected (${answer.tries} tries)`,
      );
    known.version = answer.json.data.version;
  }
  #put(known: Known, values: Record<string, unknown>, versions: number): void {
    known.values = { ...known.values, ...values };
    known.version += versions;
  }
  #wrong(what: string, { status, json, tries }: StubbornAnswer): void {
    this.broken.push(
      `writer ${this.#number}, ${what}: ${status} after ${tries} tries: ${JSON.stringify(json)?.slice(0, 300)}`,
    );
  }
}

function differences(known: Known, data: Record<string, unknown>): string[] {
  const broken: string[] = [];
  for (const [field, value] of Object.entries(known.values))
    if (!same(value, data[field]))
      broken.push(
        `${known.name}: ${field} is ${JSON.stringify(data[field])}, ${JSON.stringify(value)} was acknowledged`,
      );
  if (data["version"] !== known.version)
    broken.push(`${known.name}: version ${String(data["version"])}, ${known.version} was acknowledged`);
  if ((data["deleted_at"] !== undefined && data["deleted_at"] !== null) !== known.deleted)
    broken.push(`${known.name}: ${known.deleted ? "was" : "was not"} deleted`);
  return broken;
}
function same(wanted: unknown, found: unknown): boolean {
  const bare = (value: unknown): unknown =>
    typeof value === "object" && value !== null
      ? "amount" in value
        ? Number(value.amount)
        : "id" in value
          ? value.id
          : value
      : value;
  const [left, right] = [bare(wanted), bare(found)];
  return left === right || (typeof right === "number" && Number(left) === right);
}
const money = (random: number): string => (Math.floor(random * 1e8) / 100).toFixed(2);

function randomOf(seed: number): () => number {
  let state = seed * 2654435769;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
