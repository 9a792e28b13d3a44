/** Where a read is asked, and as whom. */
export interface Asked {
  readonly url: string;
  readonly cookie: string;
}
const ANSWERED_MS = 90_000;

/** Reads that are asked until there is an answer, with how long answers took. */
export class ReadAgain {
  /**
   * Milliseconds of each answer that came at the first try, apart by whether a replica was disturbed when it
   * was asked or when it came.
   */
  readonly times = { calm: [] as number[], disturbed: [] as number[] };
  readonly #isDisturbed: () => boolean;
  readonly #wrong: (what: string) => void;

  constructor(isDisturbed: () => boolean, wrong: (what: string) => void) {
    this.#isDisturbed = isDisturbed;
    this.#wrong = wrong;
  }

  /** Until there is an answer; a read is asked again as often as the process is away. */
  async ask(
    { url, cookie }: Asked,
    path: string,
    body?: object,
  ): Promise<{ readonly status: number; readonly text: string }> {
    const begun = Date.now();
    let last = "";
    for (let tries = 1; Date.now() - begun < ANSWERED_MS; tries += 1) {
      const asked = Date.now();
      const wasDisturbed = this.#isDisturbed();
      const json = { method: "POST", body: JSON.stringify(body) };
      const headers = { cookie, origin: url, ...(body ? { "content-type": "application/json" } : {}) };
      try {
        const answer = await fetch(`${url}/api/v1${path}`, { headers, ...(body ? json : {}) });
        const text = await answer.text();
        last = `${answer.status} ${text.slice(0, 300)}`;
        if (answer.status >= 500 && answer.status !== 503) this.#wrong(`${path} answered ${last}`);
        if (answer.status < 500) {
          if (tries === 1)
            (wasDisturbed || this.#isDisturbed() ? this.times.disturbed : this.times.calm).push(
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
}
