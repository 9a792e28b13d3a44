#!/usr/bin/env node
// A field of a shipped object is read by its type (`partOf(opportunity, values).amount`, src/shared/metadata/record-of.ts),
// not by a text in brackets that nobody checks.
import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { modules } from "../src/apps/server/modules.ts";
import { shippedObjects } from "../src/objects/registry.ts";
import { root } from "./terminal.mjs";

/** The engine and what belongs to every record stay dynamic inside. */
const FOLDERS = ["src/objects", "src/modules", "src/apps", "src/ui"];
const SYSTEM = [
  "id",
  "version",
  "owner",
  "department",
  "created_at",
  "created_by",
  "updated_at",
  "updated_by",
];
const fields = new Set(
  [...shippedObjects, ...modules.flatMap((module) => module.objects ?? [])].flatMap((object) =>
    Object.keys(object.fields),
  ),
);
for (const name of [...SYSTEM, "external_id", "source_system"]) fields.add(name);

const READ = /([\w$]+|[)\]])(?:\?\.|!)?\["(\w+)"\]/g;
/** Types by name (`Run["status"]`), and what is looked up by a field's name but is no record. */
const isOther = (of) => /^[A-Z]/.test(of) || /^(byName|fields|label|labels|sizes|env)$/.test(of);
/** A type of what a list holds, too. */
const withoutTypes = (line) => line.replaceAll(/\[number\]\["\w+"\]/g, "");

const filesUnder = (folder) =>
  readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(root, join(entry.parentPath ?? entry.path, entry.name)));

const found = FOLDERS.flatMap((folder) => filesUnder(folder))
  .filter((path) => /\.tsx?$/.test(path) && !/\.test\.tsx?$/.test(path))
  .flatMap((path) =>
    readFileSync(`${root}/${path}`, "utf8")
      .split("\n")
      .flatMap((line, at) =>
        [...withoutTypes(line).matchAll(READ)]
          .filter(([, of, field]) => fields.has(field) && !isOther(of))
          .map(([text]) => `${path}:${at + 1} ${text}`),
      ),
  );
for (const one of found) console.log(`${one}: a shipped field is read by its type (partOf, recordOf)`);
console.log(`${found.length} untyped reads of shipped fields`);
process.exit(found.length > 0 ? 1 : 0);
