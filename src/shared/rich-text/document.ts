/** Rich text as a document, in the JSON form of ProseMirror: what a text is made of, and nothing else. */
export type RichDocument = { readonly type: "doc"; readonly content: readonly RichBlock[] };

export type RichBlock = RichParagraph | RichHeading | RichQuote | RichList;
export type RichParagraph = {
  readonly type: "paragraph";
  /** Its text stands without `<p>`: texts of one paragraph, and entries of lists, are written so. */
  readonly attrs: { readonly bare: boolean };
  readonly content?: readonly RichInline[];
};
export type RichHeading = {
  readonly type: "heading";
  readonly attrs: { readonly level: HeadingLevel };
  readonly content?: readonly RichInline[];
};
export type HeadingLevel = 3 | 4;
export type RichQuote = { readonly type: "blockquote"; readonly content: readonly RichBlock[] };
export type RichList = {
  readonly type: "bullet_list" | "ordered_list";
  readonly content: readonly RichItem[];
};
export type RichItem = { readonly type: "list_item"; readonly content: readonly RichBlock[] };

export type RichInline = RichText | RichBreak | RichMention;
export type RichText = {
  readonly type: "text";
  readonly text: string;
  readonly marks?: readonly RichMark[];
};
export type RichBreak = { readonly type: "hard_break"; readonly marks?: readonly RichMark[] };
/** Somebody is named: by id, and by the name as it was when it was written. */
export type RichMention = {
  readonly type: "mention";
  readonly attrs: { readonly id: string; readonly name: string };
  readonly marks?: readonly RichMark[];
};
export type RichMark =
  | { readonly type: "link"; readonly attrs: { readonly href: string } }
  | { readonly type: "strong" | "em" | "underline" };

/**
 * So many quotations, lists and entries stand within each other; what is deeper stands beside the innermost.
 */
export const DEEPEST = 24;
/** The longest name that a mention keeps. */
export const LONGEST_NAME = 200;

/** Blocks that hold text, in the order in which they are read. */
export const textBlocks = (
  blocks: readonly (RichBlock | RichItem)[],
): readonly (RichParagraph | RichHeading)[] =>
  blocks.flatMap((block) =>
    block.type === "paragraph" || block.type === "heading" ? [block] : textBlocks(block.content),
  );

const wordsOf = (inline: RichInline): string =>
  inline.type === "text" ? inline.text : inline.type === "mention" ? `@${inline.attrs.name}` : "\n";

/** What somebody reads of it: a line for each block, and for each break within one. */
export const plainTextOf = ({ content }: RichDocument): string =>
  textBlocks(content)
    .map((block) => (block.content ?? []).map(wordsOf).join(""))
    .join("\n");

/** Ids of the people whom it names. */
export const mentionsIn = ({ content }: RichDocument): readonly string[] => [
  ...new Set(
    textBlocks(content).flatMap((block) =>
      (block.content ?? []).flatMap((inline) => (inline.type === "mention" ? [inline.attrs.id] : [])),
    ),
  ),
];
