import type { RichBlock, RichDocument, RichInline, RichItem, RichMark, RichParagraph } from "./document.ts";
import { isSpace, sameMark } from "./inline-run.ts";
import { MENTIONED } from "./tags.ts";

const SIGNS: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
const escapeText = (text: string): string => text.replace(/[&<>]/g, (sign) => SIGNS[sign] ?? sign);
const escapeValue = (text: string): string => text.replace(/[&<>"]/g, (sign) => SIGNS[sign] ?? sign);

const MARKS = { strong: "b", em: "i", underline: "u" } as const;
const LISTS = { bullet_list: "ul", ordered_list: "ol" } as const;
const LINE_BREAK = "<br />";

/**
 * The one HTML of a document, which is what is kept and sent: made here, sign by sign, of nothing but what the
 * schema knows. Read again it is the same document.
 */
export const renderHtml = ({ content }: RichDocument): string =>
  content.length === 1 && isEmptyBare(content[0]) ? "" : blocks(content);

function blocks(siblings: readonly RichBlock[]): string {
  let html = "";
  let isAfterBare = false;
  for (const block of siblings) {
    isAfterBare = !isAfterBare && block.type === "paragraph" && standsBare(block);
    html += isAfterBare ? bare(block) : blockHtml(block);
  }
  return html;
}
const bare = (block: RichBlock): string => (block.type === "paragraph" ? lineHtml(block.content ?? []) : "");

const isEmptyBare = (block: RichBlock | undefined): boolean =>
  block?.type === "paragraph" && block.attrs.bare && !block.content?.length;
/** Without a tag of its own stands only what is seen without one. */
const standsBare = ({ attrs, content = [] }: RichParagraph): boolean => attrs.bare && !isSpace(content);

function blockHtml(block: RichBlock): string {
  switch (block.type) {
    case "paragraph":
      return `<p>${lineHtml(block.content ?? [])}</p>`;
    case "heading":
      return `<h${block.attrs.level}>${lineHtml(block.content ?? [])}</h${block.attrs.level}>`;
    case "blockquote":
      return `<blockquote>${blocks(block.content)}</blockquote>`;
    default: {
      const tag = LISTS[block.type];
      return `<${tag}>${block.content.map(itemHtml).join("")}</${tag}>`;
    }
  }
}
function itemHtml({ content }: RichItem): string {
  const [only, next] = content;
  const isEmpty = !next && only?.type === "paragraph" && !only.content?.length;
  return `<li>${isEmpty ? "" : blocks(content)}</li>`;
}

/** A line that is empty, or ends with a break, is seen by one break more. */
function lineHtml(inlines: readonly RichInline[]): string {
  let html = "";
  let open: readonly RichMark[] = [];
  for (const inline of inlines) {
    const wanted = inline.marks ?? [];
    const kept = open.findIndex((mark, at) => !wanted[at] || !sameMark(mark, wanted[at]));
    const common = kept < 0 ? open.length : kept;
    html += closing(open.slice(common)) + wanted.slice(common).map(opening).join("") + inlineHtml(inline);
    open = wanted;
  }
  const last = inlines.at(-1)?.type ?? "hard_break";
  return html + closing(open) + (last === "hard_break" ? LINE_BREAK : "");
}

function inlineHtml(inline: RichInline): string {
  if (inline.type === "text") return escapeText(inline.text);
  if (inline.type === "hard_break") return LINE_BREAK;
  return `<span ${MENTIONED}="${escapeValue(inline.attrs.id)}">@${escapeText(inline.attrs.name)}</span>`;
}
const opening = (mark: RichMark): string =>
  mark.type === "link"
    ? `<a href="${escapeValue(mark.attrs.href)}" rel="noopener noreferrer" target="_blank">`
    : `<${MARKS[mark.type]}>`;
const closing = (marks: readonly RichMark[]): string =>
  marks
    .toReversed()
    .map((mark) => `</${mark.type === "link" ? "a" : MARKS[mark.type]}>`)
    .join("");
