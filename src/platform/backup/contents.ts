import { z } from "zod";

/** The format that this program writes and the newest that it reads. */
export const FORMAT = 1;

const workspace = z.object({ code: z.string(), schema: z.string(), version: z.string() });
const table = z.object({ schema: z.string(), name: z.string(), columns: z.array(z.string()) });
const head = z.object({
  product: z.literal("sluice"),
  format: z.number().int(),
  /** Of the program that wrote it. */
  version: z.string(),
  postgres: z.string(),
  /**
   * When the transaction of the copy began, by the database's clock: what was acknowledged before it is in
   * the copy, and a little after it may be.
   */
  made_at: z.string(),
  workspaces: z.array(workspace),
  tables: z.array(table),
});
const manifest = z.object({
  tables: z.array(
    z.object({
      schema: z.string(),
      name: z.string(),
      rows: z.number(),
      bytes: z.number(),
      sha256: z.string(),
    }),
  ),
  jobs: z.number(),
  files: z.object({ count: z.number(), bytes: z.number() }),
  notes: z.record(z.string(), z.unknown()),
});

/** The first entry: what is in the archive and how the tables' rows are to be read. */
export type BackupHead = z.infer<typeof head>;
/**
 * The last entry: how much of everything there is, and the digest of each table's rows. `notes` are the
 * program's own.
 */
export type BackupManifest = z.infer<typeof manifest>;
export type CopiedTable = BackupManifest["tables"][number];

export const parseHead = (content: Buffer): BackupHead | undefined => parse(head, content);
export const parseManifest = (content: Buffer): BackupManifest | undefined => parse(manifest, content);

/** The entries' names. Rows of a table come in pieces: `data/<schema>/<table>/000001.copy.gz`. */
export const ENTRIES = {
  head: "sluice-backup.json",
  before: "schema/before.sql",
  after: "schema/after.sql",
  jobs: "jobs.json",
  manifest: "manifest.json",
} as const;
export const pieceName = (schema: string, table: string, number: number): string =>
  `data/${schema}/${table}/${String(number).padStart(6, "0")}.copy.gz`;
export const fileName = (workspace: string, hash: string): string => `files/${workspace}/${hash}`;
export const keyOf = ({ schema, name }: { readonly schema: string; readonly name: string }): string =>
  `${schema}/${name}`;

/** Several statements as one text for psql. */
export const script = (statements: readonly string[]): string =>
  statements.map((text) => `${text};\n`).join("");

function parse<T>(shape: z.ZodType<T>, content: Buffer): T | undefined {
  try {
    const read = shape.safeParse(JSON.parse(content.toString("utf8")));
    return read.success ? read.data : undefined;
  } catch {
    return undefined;
  }
}

/** "files/main/9f…" → workspace and digest. A content without a workspace is the first one's. */
export function fileOf(name: string): { readonly workspace: string; readonly hash: string } {
  const [, first = "", second] = name.split("/");
  return second === undefined ? { workspace: "main", hash: first } : { workspace: first, hash: second };
}
