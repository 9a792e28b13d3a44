import type { Schema } from "../field-schema.ts";

/** An id as records have them. */
export const EXAMPLE_ID = "0198c0de-7b1e-7c3a-9f00-4a5b6c7d8e9f";
/** What a member is likely to hold, by its name; taken where its schema allows it. */
const NAMED: Readonly<Record<string, readonly string[]>> = {
  amount: ["128000.00"],
  currency: ["CNY"],
  login: ["li.na@example.com"],
  email: ["li.na@example.com"],
  mobile: ["13800138000"],
  password: ["a-long-passphrase-9"],
  name: ["Spring fair", "spring_fair"],
  title: ["Flow meters for the new plant"],
  subject: ["Call Ann"],
  object: ["opportunity"],
  field: ["amount"],
  stage: ["proposal"],
  to: ["proposal"],
  kind: ["text"],
  filter: ['stage_type == "open"'],
  when: ["amount > 100000"],
  sort: ["-updated_at"],
  fields: ["id,name,amount"],
  reason: ["The customer has asked for it"],
  note: ["The customer has asked for it"],
  comment: ["Good work"],
  code: ["123456", "needs_survey"],
  zone: ["Asia/Shanghai"],
  language: ["en"],
  "zh-CN": ["商机"],
  en: ["Opportunity"],
  paths: ["/records/account?limit=5"],
};
/** Texts of every form that a schema may ask for; the first that it allows is taken. */
const FORMS = [
  "text",
  "2026-12-18",
  "2026-12-01T09:30:00Z",
  EXAMPLE_ID,
  "1250.00",
  "2026",
  "12",
  "true",
  ",",
  "09:30",
  "CNY",
  "/records/account",
  "#0b7a75",
  "https://example.com",
  "li.na@example.com",
  "a".repeat(64),
];
const FORMATS: Readonly<Record<string, string>> = {
  uuid: EXAMPLE_ID,
  date: "2026-12-18",
  "date-time": "2026-12-01T09:30:00Z",
};
const DEEPEST = 7;

const list = (value: unknown): readonly Schema[] => (Array.isArray(value) ? value : []);
const map = (value: unknown): readonly (readonly [string, Schema])[] =>
  typeof value === "object" && value !== null ? Object.entries(value) : [];

/**
 * A value that a schema allows: what a caller could send or would be sent. Members are named as they are
 * (`NAMED`), so that an example reads like one; a schema that no such text fits has `examples` of its own.
 */
export function exampleOf(schema: Schema, name = "", depth = 0): unknown {
  if (depth > 0 || name !== "") return workedOut(schema, name, depth);
  // Contracts stay as they are, and each is described once for every object.
  if (!known.has(schema)) known.set(schema, workedOut(schema, name, depth));
  return known.get(schema);
}
const known = new WeakMap<Schema, unknown>();

function workedOut(schema: Schema, name: string, depth: number): unknown {
  const [given] = Array.isArray(schema["examples"]) ? schema["examples"] : [];
  if (given !== undefined) return given;
  if ("const" in schema) return schema["const"];
  if (Array.isArray(schema["enum"])) return schema["enum"][0];
  const either = list(schema["anyOf"]);
  if (either.length > 0) return exampleOf(either.find(({ type }) => type !== "null") ?? {}, name, depth);
  const all = list(schema["allOf"]);
  if (all.length > 0) return Object.assign({}, ...all.map((one) => exampleOf(one, name, depth)));
  switch (schema["type"]) {
    case "object":
      return ofObject(schema, depth);
    case "array":
      return ofArray(schema, name, depth);
    case "integer":
    case "number":
      return inBounds(schema);
    case "boolean":
      return true;
    case "null":
      return null;
    case "string":
      return ofText(schema, name);
    default:
      return NAMED[name]?.[0] ?? "text";
  }
}

function ofObject(schema: Schema, depth: number): unknown {
  const required: readonly unknown[] = Array.isArray(schema["required"]) ? schema["required"] : [];
  // What holds things of its own kind ends somewhere.
  const members = map(schema["properties"]).filter(([name]) => depth < DEEPEST || required.includes(name));
  const [pattern] = map(schema["patternProperties"]);
  return Object.fromEntries([
    ...members.map(([name, member]) => [name, exampleOf(member, name, depth + 1)]),
    ...(pattern ? [[ofText({ pattern: pattern[0] }, "name"), exampleOf(pattern[1], "", depth + 1)]] : []),
  ]);
}
function ofArray(schema: Schema, name: string, depth: number): readonly unknown[] {
  const [items] = list([schema["items"] ?? {}]);
  const count = Math.max(Number(schema["minItems"] ?? 0), depth < DEEPEST ? 1 : 0);
  return Array.from({ length: count }, () => exampleOf(items ?? {}, name, depth + 1));
}
const inBounds = ({ minimum, maximum }: Schema): number =>
  Math.min(Math.max(12, Number(minimum ?? 0)), Number(maximum ?? 12));

function ofText(schema: Schema, name: string): string {
  const format = FORMATS[String(schema["format"])];
  if (format !== undefined) return format;
  return [...(NAMED[name] ?? []), ...FORMS].find((text) => allows(schema, text)) ?? "text";
}
function allows({ pattern, minLength, maxLength }: Schema, text: string): boolean {
  const fits = typeof pattern !== "string" || new RegExp(pattern, "u").test(text);
  return fits && text.length >= Number(minLength ?? 0) && text.length <= Number(maxLength ?? Infinity);
}
