import type { Schema } from "../field-schema.ts";
import { html, type Html } from "./html.ts";

const DEEPEST = 4;
const list = (value: unknown): readonly Schema[] => (Array.isArray(value) ? value : []);
const membersOf = (schema: Schema): readonly (readonly [string, Schema])[] => {
  const { properties } = schema;
  return typeof properties === "object" && properties !== null ? Object.entries(properties) : [];
};

/** The members of a schema as a list in a list, each with its type and its bounds. */
export function schemaTree(schema: Schema, required: string, depth = 0): Html {
  const [inner] = [...list(schema["anyOf"]), ...list(schema["allOf"])].filter(
    (one) => membersOf(one).length > 0,
  );
  const of = membersOf(schema).length > 0 ? schema : (inner ?? schema);
  const needed: readonly unknown[] = Array.isArray(of["required"]) ? of["required"] : [];
  const members = membersOf(of);
  if (members.length === 0) return html`<p class="quiet"><code>${typeOf(schema)}</code></p>`;
  return html`<ul class="${depth === 0 && "tree"}">
    ${members.map(
      ([name, member]) =>
        html`<li>
          <code>${name}</code>
          <i>${typeOf(member)}${needed.includes(name) && ` · ${required}`}${boundsOf(member)}</i
          >${depth < DEEPEST && within(member, required, depth + 1)}
        </li>`,
    )}
  </ul>`;
}
/** The members of what a member holds. */
function within(member: Schema, required: string, depth: number): Html | false {
  const items = member["type"] === "array" ? list([member["items"] ?? {}])[0] : member;
  const inner = [items, ...list(items?.["anyOf"])].find((one) => one && membersOf(one).length > 0);
  return inner !== undefined && schemaTree(inner, required, depth);
}

/** "text", "list of text", "“a” or “b”". */
function typeOf(schema: Schema): string {
  if ("const" in schema) return JSON.stringify(schema["const"]);
  const either = list(schema["anyOf"]);
  if (either.length > 0) return [...new Set(either.map(typeOf))].join(" | ");
  if (Array.isArray(schema["enum"])) return schema["enum"].map((one) => JSON.stringify(one)).join(" | ");
  if (schema["type"] === "array") return `${typeOf(list([schema["items"] ?? {}])[0] ?? {})}[]`;
  const format = schema["format"];
  return typeof format === "string" ? format : String(schema["type"] ?? "any");
}
function boundsOf({ minimum, maximum, maxLength, maxItems }: Schema): string {
  const parts = [
    minimum !== undefined && `≥ ${String(minimum)}`,
    maximum !== undefined && `≤ ${String(maximum)}`,
    maxLength !== undefined && `≤ ${String(maxLength)}`,
    maxItems !== undefined && `≤ ${String(maxItems)}`,
  ].filter(Boolean);
  return parts.length > 0 ? ` · ${parts.join(", ")}` : "";
}
