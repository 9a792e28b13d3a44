import type { OwnWriter } from "./own-writer.ts";

/** The accounts of one writer: those that are there, those in the bin. */
export class OwnAccounts {
  readonly there: string[] = [];
  readonly binned: string[] = [];
  /** Came back from the seller and are left alone: he was notified of each. */
  kept = 0;
  /** Records given to the seller, who is notified of each. */
  handedOver = 0;
  /** Who made them: the administrator. */
  owner = "";
  readonly #writer: OwnWriter;

  constructor(writer: OwnWriter) {
    this.#writer = writer;
  }

  async add(): Promise<void> {
    const made = await this.#writer.here().post("/records/account", {
      name: `${this.#writer.industry} ${this.there.length} ${Math.random()}`,
      industry: this.#writer.industry,
    });
    if (!this.#writer.isDone("add", made, 201)) return;
    this.there.push(made.json.data.id);
    this.owner = made.json.data.owner;
  }
  async bin(): Promise<void> {
    const id = this.there.at(-1) ?? "";
    if (this.#writer.isDone("bin", await this.#writer.here().delete(`/records/account/${id}`), 204))
      this.binned.push(this.there.pop() ?? "");
  }
  async restore(): Promise<void> {
    const id = this.binned.at(-1) ?? "";
    if (this.#writer.isDone("restore", await this.#writer.here().post(`/records/account/${id}/restore`), 200))
      this.there.push(this.binned.pop() ?? "");
  }
}
