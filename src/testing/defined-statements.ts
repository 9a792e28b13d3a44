import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Defined } from "../engine/schema/statement.ts";

type AnyStatement = Defined<Record<string, unknown>, readonly unknown[]>;
export interface Found {
  /** The file and what it exports. */
  readonly name: string;
  readonly statement: AnyStatement;
  /** Stands for whatever the statement is asked with: only its text matters here. */
  readonly asked: readonly unknown[];
}
const root = join(import.meta.dirname, "..");

/** All statements that the program exports. */
export async function definedStatements(): Promise<readonly Found[]> {
  const found: Found[] = [];
  for (const path of readdirSync(root, { recursive: true, encoding: "utf8" }).toSorted()) {
    if (!/^(modules|engine).*\.ts$/.test(path) || path.endsWith(".test.ts")) continue;
    if (!/= (?:statement|command)\(/.test(readFileSync(join(root, path), "utf8"))) continue;
    const exported: Record<string, unknown> = await import(join(root, path));
    for (const [name, value] of Object.entries(exported))
      if (isStatement(value))
        found.push({ name: `${path} ${name}`, statement: value, asked: anything(value) });
  }
  return found;
}

const isStatement = (value: unknown): value is AnyStatement =>
  typeof value === "function" && "columns" in value && "build" in value;

const anything = ({ build }: AnyStatement): readonly unknown[] =>
  Array.from({ length: Math.max(build.length - 1, 0) }, () => anyValue);

/** Has every member, is every function, a text and an empty list: what it becomes is a value of the statement. */
const anyValue: unknown = new Proxy(() => [], {
  get: (_, name) =>
    name === Symbol.iterator
      ? [][Symbol.iterator]
      : name === Symbol.toPrimitive
        ? () => "anything"
        : name === "toJSON"
          ? undefined
          : anyValue,
  apply: () => anyValue,
});
