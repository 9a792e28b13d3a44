import { StubbornClient } from "../src/testing/stubborn-client.ts";
import { cookieOf, type Login, ownCookieOf } from "./cookie-of.ts";
import { ListenOn } from "./listen-on.ts";

const LABEL = { "zh-CN": "设备", en: "Machine" };
const PASSWORD = "Long-enough-for-all-77";
const MOST_FIELDS = 60;
const TOLD_MS = 30_000;

/**
 * Milliseconds from the answer of one process until the other's answer went by it, where nothing had to be
 * sent again.
 */
export interface Times {
  readonly definitions: number[];
  readonly rights: number[];
  readonly streams: number[];
}

/** A list's answer, or a refusal that has no data. */
interface Listed {
  readonly data?: readonly unknown[];
}

/** Does something at one web process and looks at once whether it holds at the other. */
export class Crossing {
  readonly times: Times = { definitions: [], rights: [], streams: [] };
  readonly broken: string[] = [];
  /** Records given to the reader, who is notified of each. */
  handedOver = 0;
  readonly #clients: readonly StubbornClient[];
  readonly #urls: readonly string[];
  #reader: { readonly user: string; readonly role: string; readonly cookie: string } | undefined;
  #listeners: readonly ListenOn[] = [];
  #rounds = 0;
  #fields = 0;

  constructor(urls: readonly string[], admin: Login) {
    this.#urls = urls;
    this.#clients = urls.map((url) => new StubbornClient(url, admin));
  }

  async prepare(admin: Login): Promise<void> {
    const { here } = this.#sides();
    await here.post("/objects", { name: "machine", label: LABEL });
    const login = "reader@example.com";
    const user = (await here.post("/records/user", { name: "Reader", login })).json.data.id;
    const role = (await here.get(`/records/role?filter=${encodeURIComponent('name == "sales_director"')}`))
      .json.data[0].id;
    await here.post(`/users/${user}/credentials`, { login, password: PASSWORD });
    await here.post("/records/account", { name: "to be seen" });
    this.#reader = {
      user,
      role,
      cookie: await ownCookieOf(this.#urls[0] ?? "", { login, password: PASSWORD }),
    };
    const cookie = await cookieOf(this.#urls[0] ?? "", admin);
    this.#listeners = this.#urls.map((url) => new ListenOn(url, cookie));
  }

  /** One of each, in this direction and then in the other. */
  async round(): Promise<void> {
    this.#rounds += 1;
    if (this.#fields < MOST_FIELDS) await this.#define();
    await this.#allow();
    await this.#tell();
  }

  get counts(): Readonly<Record<string, number>> {
    return {
      crossings: this.#rounds,
      "streams opened again": this.#listeners.reduce((sum, { reopened }) => sum + reopened, 0),
    };
  }

  stop(): void {
    for (const listener of this.#listeners) listener.stop();
  }

  #sides(): { here: StubbornClient; there: StubbornClient; other: number } {
    const other = (this.#rounds + 1) % 2;
    const [here, there] = [this.#clients[1 - other], this.#clients[other]];
    if (!here || !there) throw new Error("two web processes are needed");
    return { here, there, other };
  }

  async #define(): Promise<void> {
    const { here, there } = this.#sides();
    const name = `field${(this.#fields += 1)}`;
    const made = await here.post("/objects/machine_c/fields", { name, kind: "text", label: LABEL });
    if (made.status !== 201) return this.#wrong("a field was not made", made);
    const begun = Date.now();
    const written = await there.post("/records/machine_c", { name, [`${name}_c`]: "written" });
    if (written.status !== 201 || written.json.data[`${name}_c`] !== "written")
      return this.#wrong("the other process does not know a field", written);
    if (written.tries === 1) this.times.definitions.push(Date.now() - begun);
  }

  async #allow(): Promise<void> {
    const { here, other } = this.#sides();
    const reader = this.#reader;
    if (!reader) return;
    const given = await here.post("/records/user_role", { user: reader.user, role: reader.role });
    if (given.status !== 201) return this.#wrong("a role was not given", given);
    await this.#sees(other, true);
    const taken = await here.delete(`/records/user_role/${given.json.data.id}`);
    if (taken.status !== 204) return this.#wrong("a role was not taken", taken);
    await this.#sees(other, false);
  }

  /** The first answer after a change of rights goes by it. */
  async #sees(at: number, wanted: boolean): Promise<void> {
    const begun = Date.now();
    for (let tries = 1; Date.now() - begun < 90_000; tries += 1) {
      const answer = await fetch(`${this.#urls[at]}/api/v1/records/account?limit=1`, {
        headers: { cookie: this.#reader?.cookie ?? "" },
      }).catch(() => undefined);
      const json = answer && ((await answer.json().catch(() => undefined)) as Listed | undefined);
      if (json && answer.status < 500) {
        const seen = answer.status === 200 && (json.data?.length ?? 0) > 0;
        if (seen !== wanted)
          this.broken.push(
            `after a role was ${wanted ? "given" : "taken"}, the other process answers ${answer.status} with ${json.data?.length} records`,
          );
        if (tries === 1) this.times.rights.push(Date.now() - begun);
        return;
      }
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    this.broken.push("the other process was never asked about rights");
  }

  async #tell(): Promise<void> {
    const { here, other } = this.#sides();
    const listener = this.#listeners[other];
    const reopened = listener?.reopened;
    const made = await here.post("/records/account", {
      name: `told ${this.#rounds}`,
      owner: this.#reader?.user,
    });
    if (made.status !== 201 || !listener) return this.#wrong("nothing to tell", made);
    this.handedOver += 1;
    const told = listener.told(made.json.data.id);
    const late = new Promise<null>((resolve) => setTimeout(() => resolve(null), TOLD_MS));
    const ms = await Promise.race([told, late]);
    if (ms === null)
      this.broken.push(`the other process did not tell of ${made.json.data.id} within ${TOLD_MS / 1000} s`);
    else if (made.tries === 1 && listener.reopened === reopened) this.times.streams.push(ms);
  }

  #wrong(what: string, { status, json, tries }: { status: number; json: unknown; tries: number }): void {
    this.broken.push(`${what}: ${status} after ${tries} tries: ${JSON.stringify(json)?.slice(0, 300)}`);
  }
}
