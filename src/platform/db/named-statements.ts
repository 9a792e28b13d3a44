import type pg from "pg";
import type { Prepared } from "./kept-query.ts";

const MOST = 500;

/**
 * The statements that one connection keeps prepared: the 500 used last (decision 27).
 * Keyed by text, so that one name may stand for another text after a change of the schema.
 */
export class NamedStatements {
  readonly #names = new Map<string, Prepared>();
  #made = 0;
  readonly #most: number;

  constructor(most = MOST) {
    this.#most = most;
  }

  /** What `text` is prepared as on `client`; the one used longest ago makes room. */
  preparedOf(client: pg.ClientBase, text: string): Prepared {
    const known = this.#names.get(text);
    const prepared = known ?? { name: `s${++this.#made}` };
    this.#names.delete(text);
    this.#names.set(text, prepared);
    if (this.#names.size > this.#most) this.#drop(client);
    return prepared;
  }

  /** After "cached plan must not change result type": the next use prepares anew. */
  forget(client: pg.ClientBase, text: string): void {
    const prepared = this.#names.get(text);
    if (prepared) deallocate(client, prepared.name);
    this.#names.delete(text);
  }

  #drop(client: pg.ClientBase): void {
    for (const [text, { name }] of this.#names) {
      this.#names.delete(text);
      deallocate(client, name);
      return;
    }
  }
}

function deallocate(client: pg.ClientBase, name: string): void {
  // Queued before the caller's statement. In a failed transaction it is refused, and so is everything else
  // there.
  client.query(`deallocate ${name}`).then(
    () => undefined,
    () => undefined,
  );
}
