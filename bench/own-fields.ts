import type { OwnWriter } from "./own-writer.ts";
import { readJson } from "./read-json.ts";

const LABEL = { "zh-CN": "设备", en: "Gauge" };

/** Fields that a writer adds to an object which all writers have in common. */
export class OwnFields {
  count = 0;
  readonly #writer: OwnWriter;

  constructor(writer: OwnWriter) {
    this.#writer = writer;
  }

  async prepare(): Promise<void> {
    if (this.#writer.number === 0)
      await this.#writer.here().post("/objects", { name: "gauge", label: LABEL });
  }

  /** A field that was just made, in a condition that the replica answers. */
  async define(cookie: string): Promise<void> {
    const name = `level${this.#writer.number}_${(this.count += 1)}`;
    const made = await this.#writer
      .here()
      .post("/objects/gauge_c/fields", { name, kind: "text", label: LABEL });
    if (!this.#writer.isDone("make a field", made, 201)) return;
    if (
      !this.#writer.isDone(
        "use a field",
        await this.#writer.here().post("/records/gauge_c", { name, [`${name}_c`]: "high" }),
        201,
      )
    )
      return;
    const body = { measures: [{ fn: "count" }], filter: `${name}_c == "high"` };
    const answer = await this.#writer.reads.ask(
      this.#writer.other(cookie),
      "/records/gauge_c/aggregate",
      body,
    );
    const count = readJson(answer.text)?.groups?.[0]?.values[0];
    if (count !== 1)
      this.#writer.wrong(
        `a field just made: ${answer.status}, ${count} instead of 1: ${answer.text.slice(0, 200)}`,
      );
  }
}
