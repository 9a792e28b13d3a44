import { type StubbornAnswer, StubbornClient } from "../src/testing/stubborn-client.ts";
import type { Login } from "./cookie-of.ts";
import { type Asked, ReadAgain } from "./read-again.ts";

/** One who writes at one web process and asks the other, in turns, with what was wrong. */
export class OwnWriter {
  readonly broken: string[] = [];
  readonly reads: ReadAgain;
  /** Of no accounts but those of this writer. */
  readonly industry: string;
  readonly filter: string;
  rounds = 0;
  readonly #clients: readonly StubbornClient[];

  constructor(
    readonly urls: readonly string[],
    readonly admin: Login,
    readonly number: number,
    isDisturbed: () => boolean,
  ) {
    this.#clients = urls.map((url) => new StubbornClient(url, admin));
    this.reads = new ReadAgain(isDisturbed, (what) => this.wrong(what));
    this.industry = `own writes ${number}`;
    this.filter = `industry == "${this.industry}"`;
  }

  here = (): StubbornClient => this.#clients[this.rounds % this.#clients.length] as StubbornClient;
  other = (cookie: string): Asked => ({
    url: this.urls[(this.rounds + 1) % this.urls.length] ?? "",
    cookie,
  });

  isDone(what: string, { status, json, tries }: StubbornAnswer, wanted: number): boolean {
    if (status !== wanted)
      this.wrong(`${what}: ${status} after ${tries} tries: ${JSON.stringify(json)?.slice(0, 300)}`);
    return status === wanted;
  }
  wrong(what: string): void {
    this.broken.push(`reader ${this.number}: ${what}`);
    console.log(this.broken.at(-1));
  }
}
