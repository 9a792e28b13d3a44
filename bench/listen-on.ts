/**
 * A screen that listens to a web process, comes back where it stopped whenever the line is lost, and keeps
 * what it was told of.
 */
export class ListenOn {
  readonly #url: string;
  readonly #cookie: string;
  readonly #waiting = new Map<string, (ms: number) => void>();
  readonly #stop = new AbortController();
  readonly #heard = new Set<string>();
  /** Streams that ended and were opened again. */
  reopened = -1;
  #last = "";

  constructor(url: string, cookie: string) {
    this.#url = url;
    this.#cookie = cookie;
    void this.#go();
  }

  /** Milliseconds until it is told of this record, from now. */
  told(id: string): Promise<number> {
    const begun = Date.now();
    if (this.#heard.has(id)) return Promise.resolve(0);
    return new Promise((resolve) => this.#waiting.set(id, () => resolve(Date.now() - begun)));
  }

  stop(): void {
    this.#stop.abort();
  }

  async #go(): Promise<void> {
    const { signal } = this.#stop;
    while (!signal.aborted) {
      try {
        const headers = { cookie: this.#cookie, ...(this.#last ? { "last-event-id": this.#last } : {}) };
        const answer = await fetch(`${this.#url}/api/v1/stream`, { headers, signal });
        if (answer.status === 200) this.reopened += 1;
        let text = "";
        for await (const chunk of answer.status === 200 && answer.body ? answer.body : []) {
          text += Buffer.from(chunk).toString();
          const events = text.split("\n\n");
          text = events.pop() ?? "";
          for (const event of events) this.#hear(event);
        }
      } catch {
        // Lost: again.
      }
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
  }

  #hear(event: string): void {
    this.#last = /^id: (\d+)$/m.exec(event)?.[1] ?? this.#last;
    for (const id of event.match(/[0-9a-f]{8}-[0-9a-f-]{27}/g) ?? []) this.#tell(id);
    // Too much was missed: a screen reads everything again.
    if (event.includes('"object":"*"')) for (const id of this.#waiting.keys()) this.#tell(id);
  }

  #tell(id: string): void {
    this.#heard.add(id);
    this.#waiting.get(id)?.(0);
    this.#waiting.delete(id);
  }
}
