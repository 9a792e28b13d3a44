/** What must be closed, in the opposite order of opening. */
export class Closers {
  readonly #all: { readonly name: string; readonly close: () => Promise<void> | void }[] = [];
  #closing: Promise<void> | undefined;
  readonly #failed: (name: string, error: unknown) => void;

  constructor(failed: (name: string, error: unknown) => void) {
    this.#failed = failed;
  }

  add(name: string, close: () => Promise<void> | void): void {
    this.#all.push({ name, close });
  }

  /** One that fails does not keep the others open. Asked again, gives the same promise. */
  closeAll(): Promise<void> {
    this.#closing ??= this.#closeInOrder();
    return this.#closing;
  }

  async #closeInOrder(): Promise<void> {
    for (let next = this.#all.pop(); next; next = this.#all.pop()) {
      try {
        await next.close();
      } catch (error) {
        this.#failed(next.name, error);
      }
    }
  }
}
