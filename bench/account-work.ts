import { importCsv } from "./import-csv.ts";
import type { LongContenders, LongWork } from "./long-work.ts";
import { Chance } from "./seed/chance.ts";
import { companyName } from "./seed/names.ts";
import type { World } from "./world.ts";

/**
 * Companies as a customer list has them, every name compared with those that are there: by the shipped rules
 * a credit code that is taken refuses, all else is a hint.
 */
export function accountWork({ director }: World, { sluice }: LongContenders, rows: number): LongWork {
  const chance = new Chance(Date.now());
  return {
    name: `import of ${rows} accounts (rows)`,
    rows,
    sluice: async () => {
      const lines = Array.from({ length: rows }, (_, at) => {
        const { name, city, industry } = companyName(chance);
        return `${city}${name},${industry},0512-${String(60_000_000 + at)}`;
      });
      const mapping = { 公司名称: "name", 行业: "industry", 电话: "phone" };
      await importCsv(
        sluice.port,
        director.headers,
        { object: "account", match: [], mapping },
        ["公司名称,行业,电话", ...lines].join("\n"),
        rows,
      );
    },
  };
}
