import { type StubbornAnswer, StubbornClient } from "../src/testing/stubborn-client.ts";
import { ANSWERS, type AnsweredBy } from "../src/platform/db/replica.ts";
import { cookieOf, type Login, ownCookieOf } from "./cookie-of.ts";

interface Asked {
  readonly url: string;
  readonly cookie: string;
}
const PASSWORD = "Long-enough-for-all-77";
const LABEL = { "zh-CN": "设备", en: "Gauge" };
const MOST_FIELDS = 30;
const ANSWERED_MS = 90_000;
const TOMORROW = new Date(Date.now() + 86_400_000).toISOString();

/**
 * Writes at one web process and at once asks the other, on every road that may go to a replica: nobody but
 * this one writes what he counts, so each answer must be exact. The same for a seller who is given and loses
 * records, shares and his role, and for fields that were just made.
 */
export class ReadOwnWrites {
  readonly broken: string[] = [];
  /**
   * Milliseconds of each answer that came at the first try, apart by whether a replica was disturbed when it
   * was asked or when it came.
   */
  readonly times = { calm: [] as number[], disturbed: [] as number[] };
  /** Records given to the seller, who is notified of each. */
  handedOver = 0;
  readonly #clients: readonly StubbornClient[];
  #industry = "";
  #rounds = 0;
  #fields = 0;
  #there: string[] = [];
  #binned: string[] = [];
  /** Came back from the seller and are left alone: he was notified of each. */
  #kept = 0;
  #seller: { readonly user: string; readonly role: string; readonly cookie: string } | undefined;
  #cookie = "";
  #admin = "";

  constructor(
    private readonly urls: readonly string[],
    private readonly admin: Login,
    private readonly number: number,
    private readonly isDisturbed: () => boolean,
  ) {
    this.#clients = urls.map((url) => new StubbornClient(url, admin));
    this.#industry = `own writes ${number}`;
  }

  async prepare(): Promise<void> {
    const here = this.#here();
    if (this.number === 0) await here.post("/objects", { name: "gauge", label: LABEL });
    const login = `seller${this.number}@example.com`;
    const user = (await here.post("/records/user", { name: `Seller ${this.number}`, login })).json.data.id;
    const role = (await here.get(`/records/role?filter=${encodeURIComponent('name == "sales_manager"')}`))
      .json.data[0].id;
    await here.post(`/users/${user}/credentials`, { login, password: PASSWORD });
    await here.post("/records/user_role", { user, role });
    this.#cookie = await cookieOf(this.urls[0] ?? "", this.admin);
    this.#seller = {
      user,
      role,
      cookie: await ownCookieOf(this.urls[0] ?? "", { login, password: PASSWORD }),
    };
    for (let made = 0; made < 3; made += 1) await this.#add();
  }

  get rounds(): number {
    return this.#rounds;
  }

  async round(): Promise<void> {
    this.#rounds += 1;
    const roll = Math.random();
    if (this.#there.length < 3 || roll < 0.4) await this.#add();
    else if (roll < 0.6) await this.#bin();
    else if (roll < 0.7 && this.#binned.length > 0) await this.#restore();
    else if (roll < 0.85) return this.#givenAndTaken();
    else if (roll < 0.92 && this.#fields < MOST_FIELDS) return this.#defined();
    else if (roll < 0.96) return this.#withoutRole();
    await this.#counts(this.#cookie, this.#there.length + this.#kept, "own writes");
  }

  #here = (): StubbornClient => this.#clients[this.#rounds % this.#clients.length] as StubbornClient;
  #other = (cookie: string): Asked => ({
    url: this.urls[(this.#rounds + 1) % this.urls.length] ?? "",
    cookie,
  });

  async #add(): Promise<void> {
    const made = await this.#here().post("/records/account", {
      name: `${this.#industry} ${this.#there.length} ${Math.random()}`,
      industry: this.#industry,
    });
    if (!this.#isDone("add", made, 201)) return;
    this.#there.push(made.json.data.id);
    this.#admin = made.json.data.owner;
  }
  async #bin(): Promise<void> {
    const id = this.#there.at(-1) ?? "";
    if (this.#isDone("bin", await this.#here().delete(`/records/account/${id}`), 204))
      this.#binned.push(this.#there.pop() ?? "");
  }
  async #restore(): Promise<void> {
    const id = this.#binned.at(-1) ?? "";
    if (this.#isDone("restore", await this.#here().post(`/records/account/${id}/restore`), 200))
      this.#there.push(this.#binned.pop() ?? "");
  }

  /** The seller gets a record of his own and a share of another; then both go. */
  async #givenAndTaken(): Promise<void> {
    const { user = "", cookie = "" } = this.#seller ?? {};
    const [shared = ""] = this.#there;
    const own = await this.#here().post("/records/account", {
      name: `${this.#industry} given ${this.#rounds}`,
      industry: this.#industry,
      owner: user,
    });
    if (!this.#isDone("give", own, 201)) return;
    this.handedOver += 1;
    await this.#counts(cookie, 1, "a record given");
    const share = await this.#here().post("/records/share", {
      regarding: { object: "account", id: shared },
      to: { object: "user", id: user },
    });
    if (!this.#isDone("share", share, 201)) return;
    await this.#counts(cookie, 2, "a share given");
    if (!this.#isDone("unshare", await this.#here().delete(`/records/share/${share.json.data.id}`), 204))
      return;
    await this.#counts(cookie, 1, "a share taken");
    if (
      !this.#isDone(
        "take",
        await this.#here().patch(`/records/account/${own.json.data.id}`, { owner: this.#admin }),
        200,
      )
    )
      return;
    this.#kept += 1;
    await this.#counts(cookie, 0, "a record taken");
  }

  /** Without any role nothing may be seen or exported. */
  async #withoutRole(): Promise<void> {
    const { user = "", role = "", cookie = "" } = this.#seller ?? {};
    const [given] = (
      await this.#here().get(`/records/user_role?filter=${encodeURIComponent(`user == "${user}"`)}`)
    ).json.data;
    if (!this.#isDone("take the role", await this.#here().delete(`/records/user_role/${given?.id}`), 204))
      return;
    const answer = await this.#ask(this.#other(cookie), "/exports", {
      object: "account",
      filter: this.#filter(),
    });
    if (answer.status !== 403) this.#wrong(`without a role an export answers ${answer.status}`);
    this.#isDone("give the role", await this.#here().post("/records/user_role", { user, role }), 201);
    await this.#counts(cookie, 0, "a role given");
  }

  /** A field that was just made, in a condition that the replica answers. */
  async #defined(): Promise<void> {
    const name = `level${this.number}_${(this.#fields += 1)}`;
    const made = await this.#here().post("/objects/gauge_c/fields", { name, kind: "text", label: LABEL });
    if (!this.#isDone("make a field", made, 201)) return;
    if (
      !this.#isDone(
        "use a field",
        await this.#here().post("/records/gauge_c", { name, [`${name}_c`]: "high" }),
        201,
      )
    )
      return;
    const body = { measures: [{ fn: "count" }], filter: `${name}_c == "high"` };
    const answer = await this.#ask(this.#other(this.#cookie), "/records/gauge_c/aggregate", body);
    const count = readJson(answer.text)?.groups?.[0]?.values[0];
    if (count !== 1)
      this.#wrong(`a field just made: ${answer.status}, ${count} instead of 1: ${answer.text.slice(0, 200)}`);
  }

  #filter = (): string => `industry == "${this.#industry}"`;

  async #counts(cookie: string, wanted: number, after: string): Promise<void> {
    const who = this.#other(cookie);
    const filter = this.#filter();
    const roads: Record<string, () => Promise<unknown>> = {
      "a list of the past": async () =>
        readJson(
          (
            await this.#ask(
              who,
              `/records/account?count=exact&limit=1&as_of=${TOMORROW}&filter=${encodeURIComponent(filter)}`,
            )
          ).text,
        )?.total,
      "a sum": async () =>
        readJson(
          (await this.#ask(who, "/records/account/aggregate", { measures: [{ fn: "count" }], filter })).text,
        )?.groups?.[0]?.values[0] ?? 0,
      "an export": async () => {
        const { status, text } = await this.#ask(who, "/exports", { object: "account", filter });
        return status === 200 ? text.trim().split("\n").length - 1 : status;
      },
    };
    for (const [road, ask] of Object.entries(roads)) {
      const found = await ask();
      if (found !== wanted) this.#wrong(`${road} after ${after}: ${String(found)} instead of ${wanted}`);
    }
  }

  /** Until there is an answer; a read is asked again as often as the process is away. */
  async #ask(
    { url, cookie }: Asked,
    path: string,
    body?: object,
  ): Promise<{ readonly status: number; readonly text: string }> {
    const begun = Date.now();
    let last = "";
    for (let tries = 1; Date.now() - begun < ANSWERED_MS; tries += 1) {
      const asked = Date.now();
      const wasDisturbed = this.isDisturbed();
      const json = { method: "POST", body: JSON.stringify(body) };
      const headers = { cookie, origin: url, ...(body ? { "content-type": "application/json" } : {}) };
      try {
        const answer = await fetch(`${url}/api/v1${path}`, { headers, ...(body ? json : {}) });
        const text = await answer.text();
        last = `${answer.status} ${text.slice(0, 300)}`;
        if (answer.status >= 500 && answer.status !== 503) this.#wrong(`${path} answered ${last}`);
        if (answer.status < 500) {
          if (tries === 1)
            (wasDisturbed || this.isDisturbed() ? this.times.disturbed : this.times.calm).push(
              Date.now() - asked,
            );
          return { status: answer.status, text };
        }
      } catch (error) {
        last = String(error);
      }
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    throw new Error(`${path} was never answered: ${last}`);
  }

  #isDone(what: string, { status, json, tries }: StubbornAnswer, wanted: number): boolean {
    if (status !== wanted)
      this.#wrong(`${what}: ${status} after ${tries} tries: ${JSON.stringify(json)?.slice(0, 300)}`);
    return status === wanted;
  }
  #wrong(what: string): void {
    this.broken.push(`reader ${this.number}: ${what}`);
    console.log(this.broken.at(-1));
  }
}

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

// oxlint-disable-next-line typescript/no-explicit-any
function readJson(text: string): any {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
