import { type MarkSpec, Node, type NodeSpec, Schema } from "prosemirror-model";
import { isMentionId, leadsOut } from "./attributes.ts";
import { LONGEST_NAME, type RichDocument } from "./document.ts";

/** Refuses a value of an attribute, as ProseMirror wants it: by throwing. */
const only =
  (fits: (value: unknown) => boolean) =>
  (value: unknown): void => {
    if (!fits(value)) throw new RangeError("the value of an attribute is not allowed");
  };
const isName = (value: unknown): boolean =>
  typeof value === "string" && value.trim() !== "" && value.length <= LONGEST_NAME;

/** The list of what a rich text may be made of. Whatever is not in it does not exist. */
export const RICH_NODES = {
  doc: { content: "block+" },
  paragraph: { group: "block", content: "inline*", attrs: { bare: { default: false, validate: "boolean" } } },
  heading: {
    group: "block",
    content: "inline*",
    attrs: { level: { validate: only((level) => level === 3 || level === 4) } },
    defining: true,
  },
  blockquote: { group: "block", content: "block+", defining: true },
  bullet_list: { group: "block", content: "list_item+" },
  ordered_list: { group: "block", content: "list_item+" },
  list_item: { content: "block+", defining: true },
  text: { group: "inline" },
  hard_break: { group: "inline", inline: true, selectable: false },
  mention: {
    group: "inline",
    inline: true,
    atom: true,
    selectable: false,
    attrs: {
      id: { validate: only((id) => typeof id === "string" && isMentionId(id)) },
      name: { validate: only(isName) },
    },
  },
} as const satisfies Readonly<Record<string, NodeSpec>>;

/** In the order in which they stand around a text, the outermost first. */
export const RICH_MARKS = {
  link: {
    attrs: { href: { validate: only((href) => typeof href === "string" && leadsOut(href)) } },
    inclusive: false,
  },
  strong: {},
  em: {},
  underline: {},
} as const satisfies Readonly<Record<string, MarkSpec>>;

const schema = new Schema({ nodes: RICH_NODES, marks: RICH_MARKS });

/**
 * What was given as a document, when it is one that the schema allows: unknown attributes are left out, marks
 * put in order. null: it is none.
 */
export function checkDocument(given: unknown): RichDocument | null {
  try {
    const node = Node.fromJSON(schema, given);
    if (node.type.name !== "doc") return null;
    node.check();
    return node.toJSON();
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}
