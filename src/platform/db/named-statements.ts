import type pg from "pg";

const MOST = 500;

/**
 * The statements that one connection keeps prepared: the 500 used last (decision 27).
 * Keyed by text, so that one name may stand for another text after a change of the schema.
 */
export class NamedStatements {
  readonly #names = new Map<string, string>();
  #made = 0;
  readonly #most: number;

  constructor(most = MOST) {
    this.#most = most;
  }

  /** The name under which `text` is prepared on `client`; the one used longest ago makes room. */
  nameOf(client: pg.ClientBase, text: string): string {
    const known = this.#names.get(text);
    const name = known ?? `s${++this.#made}`;
    this.#names.delete(text);
    this.#names.set(text, name);
    if (this.#names.size > this.#most) this.#drop(client);
    return name;
  }

  /** After "cached plan must not change result type": the next use prepares anew. */
  forget(client: pg.ClientBase, text: string): void {
    const name = this.#names.get(text);
    if (name) deallocate(client, name);
    this.#names.delete(text);
  }

  #drop(client: pg.ClientBase): void {
    for (const [text, name] of this.#names) {
      this.#names.delete(text);
      deallocate(client, name);
      return;
    }
  }
}

function deallocate(client: pg.ClientBase, name: string): void {
  // Queued before the caller's statement. In a failed transaction it is refused, and so is everything else there.
  client.query(`deallocate ${name}`).then(
    () => undefined,
    () => undefined,
  );
}
