import { createHash } from "node:crypto";
import { to } from "pg-copy-streams";
import { ident } from "../db/database.ts";
import type { DescribedTable } from "./describe-schemas.ts";
import type { Session } from "./session.ts";

export interface CopyCount {
  readonly rows: number;
  readonly bytes: number;
  readonly sha256: string;
}
const columnsOf = ({ columns }: DescribedTable): string =>
  columns.length === 0 ? "" : ` (${columns.map(ident).join(", ")})`;
export const copyTarget = (table: DescribedTable): string =>
  `${ident(table.schema)}.${ident(table.name)}${columnsOf(table)}`;

/**
 * All rows of a table as COPY spells them, in pieces of about `size` bytes, which may end in the middle of a
 * row.
 */
export async function copyOut(
  { client }: Session,
  table: DescribedTable,
  size: number,
  piece: (content: Buffer) => Promise<void>,
): Promise<CopyCount> {
  const digest = createHash("sha256");
  const stream = client.query(to(`copy ${copyTarget(table)} to stdout`));
  const waiting: Buffer[] = [];
  let [held, bytes, rows] = [0, 0, 0];
  const flush = async (): Promise<void> => {
    if (held === 0) return;
    const content = Buffer.concat(waiting);
    waiting.length = held = 0;
    digest.update(content);
    await piece(content);
  };
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    waiting.push(chunk);
    held += chunk.length;
    bytes += chunk.length;
    // COPY writes a line break inside a value as \n: each byte 10 ends a row.
    for (let at = chunk.indexOf(10); at >= 0; at = chunk.indexOf(10, at + 1)) rows += 1;
    if (held >= size) await flush();
  }
  await flush();
  return { rows, bytes, sha256: digest.digest("hex") };
}
