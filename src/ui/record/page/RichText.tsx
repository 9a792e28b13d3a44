import { createElement, Fragment, type ReactElement, useMemo } from "react";
import type { RichBlock, RichInline, RichMark } from "../../../shared/rich-text/document.ts";
import { readHtml } from "../../../shared/rich-text/read-html.ts";
import * as mentionStyles from "../../field/mention.module.css";
import * as styles from "./RichText.module.css";

const TAGS = { blockquote: "blockquote", bullet_list: "ul", ordered_list: "ol" } as const;
const MARKS = { strong: "b", em: "i", underline: "u" } as const;

/** Formatted text, drawn from its document: what anybody wrote never becomes HTML. */
export function RichText({ html }: { readonly html: string }) {
  const blocks = useMemo(() => readHtml(html).content.map(drawBlock), [html]);
  return createElement("div", { className: styles.richTextShown, "data-part": "rich-text-shown" }, ...blocks);
}

function drawBlock(block: RichBlock): ReactElement {
  switch (block.type) {
    case "paragraph":
      return createElement(block.attrs.bare ? Fragment : "p", null, ...drawLine(block.content));
    case "heading":
      return createElement(`h${block.attrs.level}`, null, ...drawLine(block.content));
    case "blockquote":
      return createElement("blockquote", null, ...block.content.map(drawBlock));
    default:
      return createElement(
        TAGS[block.type],
        null,
        ...block.content.map((item) => createElement("li", null, ...item.content.map(drawBlock))),
      );
  }
}

/** A line that is empty, or ends with a break, is seen by one break more. */
function drawLine(line: readonly RichInline[] = []): readonly ReactElement[] {
  const isOpen = (line.at(-1)?.type ?? "hard_break") === "hard_break";
  return [...line.map(drawInline), ...(isOpen ? [createElement("br")] : [])];
}
const drawInline = (inline: RichInline): ReactElement =>
  (inline.marks ?? []).reduceRight(drawMark, drawPlain(inline));

function drawPlain(inline: RichInline): ReactElement {
  if (inline.type === "text") return createElement(Fragment, null, inline.text);
  if (inline.type === "hard_break") return createElement("br");
  return createElement("span", { className: mentionStyles.mention }, `@${inline.attrs.name}`);
}
const drawMark = (inner: ReactElement, mark: RichMark): ReactElement =>
  mark.type === "link"
    ? createElement("a", { href: mark.attrs.href, rel: "noopener noreferrer", target: "_blank" }, inner)
    : createElement(MARKS[mark.type], null, inner);
