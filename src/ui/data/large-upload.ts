import { beginUpload, finishUpload, readUpload, sendPiece } from "../../shared/wire/uploads.contract.ts";
import { call } from "./call.ts";
import { newId } from "./new-id.ts";
import { isProblem, NetworkError, ProblemError } from "./problem-error.ts";
import { idOf } from "./values.ts";

/** What is larger goes up in pieces. */
export const LARGE = 5 * 2 ** 20;
const PIECE = 4 * 2 ** 20;
/** So often a piece may fail without any progress: a file that can no longer be read fails for good. */
const MOST_FAILURES = 20;
const LONGEST_MS = 15_000;

export interface Progress {
  readonly sent: number;
  readonly size: number;
  /** `waiting`: the connection is lost, and it goes on by itself. */
  readonly state: "sending" | "waiting" | "paused";
}

/**
 * A large file on its way: in pieces, so that a lost connection costs one of them, and it can be paused. It
 * ends with the file's record, or throws the refusal.
 */
export class LargeUpload {
  #sent = 0;
  #isPaused = false;
  #isLost = false;
  #failures = 0;
  #goOn: (() => void) | undefined;

  constructor(
    private readonly file: File,
    private readonly given: Readonly<Record<string, string>>,
    private readonly tell: (progress: Progress) => void,
    private readonly firstWaitMs = 1000,
  ) {}

  pause(): void {
    this.#isPaused = true;
    this.#tellNow();
  }
  goOn(): void {
    this.#isPaused = false;
    this.#goOn?.();
    this.#tellNow();
  }

  async run(): Promise<{ readonly id: string }> {
    const { name, size, type } = this.file;
    const id = newId();
    this.#tellNow();
    await this.#patiently(() => call(beginUpload, { body: { id, name, size, type } }));
    while (this.#sent < size) {
      while (this.#isPaused) await new Promise<void>((resolve) => (this.#goOn = resolve));
      const sent = await this.#piece(id);
      if (sent > this.#sent) this.#failures = 0;
      this.#sent = sent;
      this.#tellNow();
    }
    const { data } = await this.#patiently(() => call(finishUpload, { params: { id }, body: this.given }));
    return { id: idOf(data) };
  }

  /** How much has come after it; what failed may have come all the same, so the server is asked. */
  async #piece(id: string): Promise<number> {
    const form = new FormData();
    form.set("piece", this.file.slice(this.#sent, this.#sent + PIECE), "piece");
    try {
      const query = { offset: String(this.#sent) };
      return (await call(sendPiece, { params: { id }, query, body: form })).data.offset;
    } catch (error) {
      if (!isPassing(error) && !isProblem(error, "wrong_offset")) throw error;
      if ((this.#failures += 1) > MOST_FAILURES) throw error;
      await this.#wait(this.#failures);
      const { data } = await this.#patiently(() => call(readUpload, { params: { id } }));
      return data.offset;
    }
  }

  async #patiently<T>(ask: () => Promise<T>): Promise<T> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await ask();
      } catch (error) {
        if (!isPassing(error)) throw error;
        await this.#wait(attempt);
      }
    }
  }

  /** Longer each time, and over at once when the browser has a connection again. */
  async #wait(attempt: number): Promise<void> {
    this.#isLost = true;
    this.#tellNow();
    await new Promise<void>((resolve) => {
      const over = () => {
        clearTimeout(timer);
        window.removeEventListener("online", over);
        resolve();
      };
      const timer = setTimeout(over, Math.min(LONGEST_MS, this.firstWaitMs * 2 ** (attempt - 1)));
      window.addEventListener("online", over);
    });
    this.#isLost = false;
  }

  #tellNow(): void {
    const state = this.#isPaused ? "paused" : this.#isLost ? "waiting" : "sending";
    this.tell({ sent: this.#sent, size: this.file.size, state });
  }
}

/** Lost, or a server that is just being started again behind its proxy. */
const isPassing = (error: unknown): boolean =>
  error instanceof NetworkError ||
  (error instanceof ProblemError && error.status >= 502 && error.status !== 507);
