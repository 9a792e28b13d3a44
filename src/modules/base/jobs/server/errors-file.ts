import { type Context, isUuid, statement, titlesFor } from "../../../../engine/public.ts";
import { integer, json, sure, text } from "../../../../platform/db/columns.ts";
import { sql } from "../../../../platform/db/sql.ts";
import { csvLines } from "../../../../shared/text/csv.ts";
import type { ProblemItem } from "../../../../shared/wire/problem.ts";

const PAGE = 1000;
interface Refused {
  readonly code: string;
  readonly errors: readonly ProblemItem[];
}
export const refusedAfter = statement(
  { number: integer, record: text, refused: sure(json<Refused>()) },
  ({ system }, job: string, after: number) =>
    sql`select number, record, refused from ${system("job_item")} where job = ${job} and refused is not null and number > ${after} order by number limit ${PAGE}`,
);

/** The lines of a table of the refused records of a job about `object`. */
export async function* errorLines(context: Context, job: string, object: string): AsyncGenerator<string> {
  yield `\ufeff${csvLines([["id", "title", "error_code", "error_field", "error_message"]])}`;
  for (let after = 0; ;) {
    const rows = await context.db.query(refusedAfter(context.workspace, job, after));
    if (rows.length === 0) return;
    const titles = await titlesFor(
      context,
      rows.flatMap(({ record }) => (isUuid(record) ? [{ object, id: record }] : [])),
    );
    yield csvLines(
      rows.map(({ record, refused: { errors } }) => [
        record,
        titles.get(record) ?? "",
        errors.map(({ code }) => code).join("; "),
        errors.map(({ field }) => field ?? "").join("; "),
        errors.map(({ message }) => message).join("; "),
      ]),
    );
    after = rows.at(-1)?.number ?? after;
  }
}
