import { type DOMOutputSpec, type NodeSpec, Schema, type TagParseRule } from "prosemirror-model";
import { isMentionId, leadsOut } from "../../../../shared/rich-text/attributes.ts";
import { LONGEST_NAME } from "../../../../shared/rich-text/document.ts";
import { RICH_MARKS, RICH_NODES } from "../../../../shared/rich-text/schema.ts";
import { MENTIONED } from "../../../../shared/rich-text/tags.ts";
import * as styles from "../../mention.module.css";

/** Drawn as the first of the tags, and read from any of them where something is pasted. */
const drawnAs = (first: string, ...others: readonly string[]) => ({
  toDOM: (): DOMOutputSpec => [first, 0],
  parseDOM: [first, ...others].map((tag): TagParseRule => ({ tag })),
});

const heading: Pick<NodeSpec, "toDOM" | "parseDOM"> = {
  toDOM: ({ attrs: { level } }) => [level === 3 ? "h3" : "h4", 0],
  parseDOM: [1, 2, 3, 4, 5, 6].map((level) => ({ tag: `h${level}`, attrs: { level: level < 4 ? 3 : 4 } })),
};
const mention: Pick<NodeSpec, "toDOM" | "parseDOM"> = {
  toDOM: ({ attrs: { id, name } }) => [
    "span",
    { class: styles.mention, [MENTIONED]: String(id) },
    `@${String(name)}`,
  ],
  parseDOM: [
    {
      tag: `span[${MENTIONED}]`,
      getAttrs: (element) => {
        const id = element.getAttribute(MENTIONED) ?? "";
        const name = (element.textContent ?? "")
          .replace(/^\s*[@＠]/, "")
          .trim()
          .slice(0, LONGEST_NAME);
        return isMentionId(id) && name !== "" ? { id, name } : false;
      },
    },
  ],
};
const link = {
  toDOM: ({ attrs }: { readonly attrs: { readonly [name: string]: unknown } }): DOMOutputSpec => [
    "a",
    { href: String(attrs["href"]), rel: "noopener noreferrer", target: "_blank" },
    0,
  ],
  parseDOM: [
    {
      tag: "a[href]",
      getAttrs: (element: HTMLElement) => {
        const href = (element.getAttribute("href") ?? "").trim();
        return leadsOut(href) ? { href } : false;
      },
    },
  ],
};

/** The schema of rich texts, and how each part of it is drawn in the editor and read from what is pasted. */
export const editorSchema = new Schema({
  nodes: {
    ...RICH_NODES,
    paragraph: { ...RICH_NODES.paragraph, ...drawnAs("p") },
    heading: { ...RICH_NODES.heading, ...heading },
    blockquote: { ...RICH_NODES.blockquote, ...drawnAs("blockquote") },
    bullet_list: { ...RICH_NODES.bullet_list, ...drawnAs("ul") },
    ordered_list: { ...RICH_NODES.ordered_list, ...drawnAs("ol") },
    list_item: { ...RICH_NODES.list_item, ...drawnAs("li") },
    hard_break: { ...RICH_NODES.hard_break, toDOM: () => ["br"], parseDOM: [{ tag: "br" }] },
    mention: { ...RICH_NODES.mention, ...mention },
  },
  marks: {
    link: { ...RICH_MARKS.link, ...link },
    strong: drawnAs("b", "strong"),
    em: drawnAs("i", "em"),
    underline: drawnAs("u"),
  },
});
