import type {
  RichBlock,
  RichDocument,
  RichInline,
  RichItem,
  RichParagraph,
} from "../../../../shared/rich-text/document.ts";

/**
 * In HTML many blanks in a row are one, and none are at the ends of a line; an editor shows each. So a document
 * loses those that nobody sees on its way into the editor; on the way out those that were typed become blanks
 * that are seen, but at the end of a line.
 */
export const forEditor = ({ content }: RichDocument): RichDocument => ({
  type: "doc",
  content: content.map((block) => inLines(block, collapsed)),
});

/** The document of an editor as it is kept: as few tags as the values of before had. */
export function fromEditor({ content }: RichDocument): RichDocument {
  const blocks = content.map((block) => inLines(withTightLists(block), withHardBlanks));
  return { type: "doc", content: blocks.length > 1 ? blocks.map((block) => withBare(block, false)) : blocks };
}

function inLines(
  block: RichBlock,
  change: (line: readonly RichInline[]) => readonly RichInline[],
): RichBlock {
  switch (block.type) {
    case "paragraph":
    case "heading": {
      const { content = [], ...rest } = block;
      const line = change(content);
      return line.length > 0 ? { ...rest, content: line } : rest;
    }
    case "blockquote":
      return { ...block, content: block.content.map((one) => inLines(one, change)) };
    default:
      return {
        ...block,
        content: block.content.map((item): RichItem => ({
          ...item,
          content: item.content.map((one) => inLines(one, change)),
        })),
      };
  }
}

const withBare = (block: RichBlock, bare: boolean): RichBlock =>
  block.type === "paragraph" ? ({ ...block, attrs: { bare } } satisfies RichParagraph) : block;

/** The text of an entry stands in its `<li>` without a paragraph of its own. */
function withTightLists(block: RichBlock): RichBlock {
  if (block.type === "paragraph" || block.type === "heading") return block;
  if (block.type === "blockquote") return { ...block, content: block.content.map(withTightLists) };
  return {
    ...block,
    content: block.content.map((item): RichItem => ({
      ...item,
      content: item.content.map((one, at) => withBare(withTightLists(one), at === 0)),
    })),
  };
}

function collapsed(line: readonly RichInline[]): readonly RichInline[] {
  let isAfterBlank = true;
  const kept = line.flatMap((inline): RichInline[] => {
    if (inline.type !== "text") {
      isAfterBlank = inline.type === "hard_break";
      return [inline];
    }
    const one = inline.text.replace(/[\t\n\f\r ]+/g, " ");
    const text = isAfterBlank ? one.replace(/^ /, "") : one;
    if (text === "") return [];
    isAfterBlank = text.endsWith(" ");
    return [{ ...inline, text }];
  });
  const last = kept.at(-1);
  if (last?.type !== "text" || !last.text.endsWith(" ")) return kept;
  const text = last.text.slice(0, -1);
  return [...kept.slice(0, -1), ...(text === "" ? [] : [{ ...last, text }])];
}

function withHardBlanks(line: readonly RichInline[]): readonly RichInline[] {
  let isAfterBlank = true;
  return line.flatMap((inline, at): RichInline[] => {
    if (inline.type !== "text") {
      isAfterBlank = inline.type === "hard_break";
      return [inline];
    }
    const isAtEnd = (line[at + 1]?.type ?? "hard_break") === "hard_break";
    const text = [...(isAtEnd ? inline.text.replace(/ +$/, "") : inline.text)]
      .map((sign) => {
        const isHard = sign === " " && isAfterBlank;
        isAfterBlank = sign === " " && !isHard;
        return isHard ? "\u00a0" : sign;
      })
      .join("");
    return text === "" ? [] : [{ ...inline, text }];
  });
}
