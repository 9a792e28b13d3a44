import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { tableOf, systemTable } from "../../../engine/schema/names.ts";
import { type FreshApp, freshApp } from "../../../testing/fresh-app.ts";
import { loadDemo } from "./load-demo.ts";

let app: FreshApp;
beforeAll(async () => {
  app = await freshApp();
});
afterAll(() => app.close());

describe("loading the demo company", () => {
  it("goes on where it was cut off, and leaves a whole one alone", async () => {
    const context = await app.context();
    let writes = 0;
    const failing = {
      ...context,
      db: {
        ...context.db,
        transaction: (...given: Parameters<typeof context.db.transaction>) =>
          (writes += 1) > 12 ? Promise.reject(new Error("killed")) : context.db.transaction(...given),
      },
    };
    await expect(loadDemo(failing as typeof context)).rejects.toThrow("killed");
    const made = await loadDemo(await app.context());
    expect(made).toBeGreaterThan(5000);
    expect(await loadDemo(await app.context())).toBe(0);
    const [count] = await context.db.query<{ deals: number; visits: number }>({
      text: `select (select count(*) from ${tableOf(context.workspace, "opportunity")})::int as deals, (select count(distinct record) from ${systemTable(context.workspace, "stage_visit")} where object = 'opportunity')::int as visits`,
    });
    expect(count).toEqual({ deals: 900, visits: 900 });
  }, 120_000);
});
