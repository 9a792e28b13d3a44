import { type GetOptions, getStatement } from "../src/engine/query/get.ts";
import type { ReadMeasure } from "./contenders.ts";
import { opportunityOf } from "./opportunity-of.ts";
import type { World } from "./world.ts";

/** One record: as it is, and with titles and what it leads to, as the page of a record asks for it. */
export async function getMeasures({ db, director }: World): Promise<readonly ReadMeasure[]> {
  const all = (
    await db.query<{ id: string }>({
      text: "select id from w_main.o_opportunity where deleted_at is null order by md5(id::text) limit 5000",
    })
  ).map(({ id }) => id);
  const measure = (name: string, options: GetOptions, query: string): ReadMeasure => {
    const statements = all.map((id) =>
      getStatement(director.context, opportunityOf(director.context), id, options, undefined),
    );
    return {
      name,
      text: statements[0]?.text ?? "",
      prepared: true,
      variants: all.map((id, at) => ({
        request: {
          method: "GET",
          path: `/api/v1/records/opportunity/${id}${query}`,
          headers: director.headers,
        },
        values: statements[at]?.values ?? [],
        plain: `/opportunities/${id}${query ? "?with=names" : ""}`,
      })),
    };
  };
  return [
    measure("get", {}, ""),
    measure("get with titles and account", { titles: true }, "?titles=1&expand=account"),
  ];
}
