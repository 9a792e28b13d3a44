import type { CatalogObject } from "../../shared/metadata/object.ts";
import { systemTable } from "../schema/names.ts";
import type { Reading } from "./reading.ts";
import { readableClasses } from "./search-entries.ts";
import { queryTokens } from "./search-tokens.ts";
import { allOf } from "./source.ts";

/** The rows `alias` found by a question: each of its words stands in a field that the caller may read. Under `as_of` it asks the words of today. */
export function searchCondition(reading: Reading, object: CatalogObject, alias: string, question: string): string {
  const { context, params } = reading;
  const groups = queryTokens(question);
  const classes = readableClasses(context, object);
  if (groups.length === 0 || classes.length === 0) return "false";
  const entries = systemTable(context.workspace, "search_entry");
  return allOf(
    groups.map((tokens) => {
      const entry = params.alias();
      const where = [
        `${entry}."object" = ${params.add(object.name, "text")}`,
        `${entry}."class" = any(${params.add(classes, "text[]")})`,
        `${entry}."tokens" @> ${params.add(tokens, "text[]")}`,
      ];
      return `${alias}."id" in (select ${entry}."id" from ${entries} ${entry} where ${where.join(" and ")})`;
    }),
  );
}
