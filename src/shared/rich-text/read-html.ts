import { cleanLine } from "../text/clean-line.ts";
import { leadsOut } from "./attributes.ts";
import { BlockTree, textBlock, type TextKind } from "./block-tree.ts";
import type { RichDocument, RichMark } from "./document.ts";
import { InlineRun, isSpace } from "./inline-run.ts";
import { MENTIONED, TAGS, type TagMeaning } from "./tags.ts";
import { attributeOf, type HtmlToken, htmlTokens } from "./tokens.ts";

/** An element that has begun. */
interface Frame {
  readonly tag: string;
  /** It stands within a line. */
  readonly isInline?: boolean;
  readonly mark?: RichMark;
  readonly isMention?: boolean;
  /** What text within it becomes, unless something nearer says. */
  readonly kind?: TextKind;
  /** It is a division of the page, which is nothing by itself. */
  readonly isDivision?: boolean;
  /** So many blocks there were when it began: one of which nothing came is an empty line. */
  readonly began?: number;
  /** So many holders of blocks it has opened. */
  readonly holders?: number;
}
/** Elements beyond this many within each other are read as if they were not there. */
const MOST_OPEN = 60;

/**
 * The document that HTML says: what the schema does not know is left out, text within it stays. Any text has
 * one, so that old values and values of others are read like our own.
 * @example readHtml("<b>a</b>") // {type: "doc", content: [{type: "paragraph", attrs: {bare: true}, …}]}
 */
export function readHtml(html: string): RichDocument {
  const reader = new Reader();
  for (const token of htmlTokens(html)) reader.take(token);
  return reader.end();
}

class Reader {
  readonly #tree = new BlockTree();
  readonly #run = new InlineRun();
  readonly #frames: Frame[] = [];
  #known: readonly RichMark[] | null = null;

  take(token: HtmlToken): void {
    if (token.type === "text") return this.#run.text(token.text, this.#marks());
    if (token.type === "close") return this.#close(token.tag);
    const meaning = TAGS.get(token.tag);
    if (meaning?.does === "break") this.#run.lineBreak(this.#marks());
    else if (meaning && this.#frames.length < MOST_OPEN) {
      const frame = this.#inline(meaning, token.attributes) ?? this.#block(meaning);
      this.#frames.push({ ...frame, tag: token.tag });
      if (frame.mark) this.#known = null;
    }
  }

  end(): RichDocument {
    while (this.#frames.length > 0) this.#pop();
    this.#flush();
    return this.#tree.document();
  }

  /** The marks of a text that comes now, in the order of the schema, each once. */
  #marks(): readonly RichMark[] {
    return (this.#known ??= this.#marksOfFrames());
  }
  #marksOfFrames(): readonly RichMark[] {
    const set = new Map(this.#frames.flatMap(({ mark }) => (mark ? [[mark.type, mark] as const] : [])));
    return (["link", "strong", "em", "underline"] as const).flatMap((type) => set.get(type) ?? []);
  }

  #inline(meaning: TagMeaning, attributes: string): Omit<Frame, "tag"> | null {
    if (meaning.does === "mark") return { isInline: true, mark: { type: meaning.mark } };
    if (meaning.does === "mention")
      return { isInline: true, isMention: this.#run.beginMention(attributeOf(attributes, MENTIONED)) };
    if (meaning.does !== "link") return null;
    const href = cleanLine(attributeOf(attributes, "href"));
    return { isInline: true, ...(leadsOut(href) ? { mark: { type: "link", attrs: { href } } } : {}) };
  }

  #block(meaning: TagMeaning): Omit<Frame, "tag"> {
    this.#flush();
    if (meaning.does === "heading") return { kind: meaning.level, began: this.#tree.count };
    if (meaning.does === "paragraph") return { kind: "paragraph", began: this.#tree.count };
    const holders =
      meaning.does === "quote"
        ? this.#tree.beginQuote()
        : meaning.does === "list"
          ? this.#tree.beginList(meaning.list)
          : meaning.does === "item"
            ? this.#tree.beginItem()
            : 0;
    return holders > 0 ? { holders, kind: "bare" } : { kind: "paragraph", isDivision: true };
  }

  #close(tag: string): void {
    const at = this.#frames.findLastIndex((frame) => frame.tag === tag);
    if (at >= 0) while (this.#frames.length > at) this.#pop();
  }

  #pop(): void {
    const frame = this.#frames.at(-1);
    if (!frame) return;
    if (frame.isMention) this.#run.endMention(this.#marks());
    if (!frame.isInline) this.#flush();
    this.#frames.pop();
    if (frame.mark) this.#known = null;
    if (frame.began === this.#tree.count) this.#tree.add(textBlock(frame.kind ?? "paragraph", []));
    for (let held = frame.holders ?? 0; held > 0; held -= 1) this.#tree.end();
  }

  /** What has come of a line becomes a block. */
  #flush(): void {
    const { inlines, isEmpty, isSpace: isBlank } = this.#run.take();
    const around = this.#frames.findLast(({ kind }) => kind !== undefined);
    const kind = around?.kind ?? "bare";
    if (isEmpty || (isBlank && (kind === "bare" || around?.isDivision))) return;
    // A break alone is a line that is empty.
    this.#tree.add(textBlock(kind === "bare" && isSpace(inlines) ? "paragraph" : kind, inlines));
  }
}
