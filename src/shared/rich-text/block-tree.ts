import {
  DEEPEST,
  type HeadingLevel,
  type RichBlock,
  type RichDocument,
  type RichInline,
  type RichList,
} from "./document.ts";

/** Something that holds blocks, while it is open. */
type Holder =
  | { readonly type: "doc" | "blockquote" | "list_item"; readonly content: RichBlock[] }
  | { readonly type: RichList["type"]; readonly entries: RichBlock[][] };
/** What text becomes: of a paragraph of its own, or `bare`, as it stands. */
export type TextKind = "bare" | "paragraph" | HeadingLevel;

export function textBlock(kind: TextKind, inlines: readonly RichInline[]): RichBlock {
  const content = inlines.length > 0 ? { content: inlines } : {};
  return kind === 3 || kind === 4
    ? { type: "heading", attrs: { level: kind }, ...content }
    : { type: "paragraph", attrs: { bare: kind === "bare" }, ...content };
}
const isBare = (block: RichBlock | undefined): boolean => block?.type === "paragraph" && block.attrs.bare;
const isNothing = ([only, next]: readonly RichBlock[]): boolean =>
  !next && (!only || (only.type === "paragraph" && only.content === undefined));

/** A document while it is put together, and what of it is open. Whatever is added, the schema allows it. */
export class BlockTree {
  readonly #holders: Holder[] = [];
  readonly #blocks: RichBlock[] = [];
  /** So many blocks were added anywhere. */
  count = 0;

  #top(): Holder {
    return this.#holders.at(-1) ?? { type: "doc", content: this.#blocks };
  }

  /** Opens a quotation, where there is room for one; gives how many holders were opened. */
  beginQuote(): number {
    if (this.#holders.length >= DEEPEST || "entries" in this.#top()) return 0;
    this.#holders.push({ type: "blockquote", content: [] });
    return 1;
  }

  /** Opens a list. Old editors write one within a list, beside the entry that it belongs to. */
  beginList(type: RichList["type"]): number {
    if (this.#holders.length + 3 > DEEPEST) return 0;
    const top = this.#top();
    const entry = "entries" in top ? [{ type: "list_item" as const, content: top.entries.pop() ?? [] }] : [];
    this.#holders.push(...entry, { type, entries: [] });
    return 1 + entry.length;
  }

  /** Opens an entry, where a list is open. */
  beginItem(): number {
    if (!("entries" in this.#top())) return 0;
    this.#holders.push({ type: "list_item", content: [] });
    return 1;
  }

  /** Closes the innermost holder; one of which nothing came is left out, but for an entry. */
  end(): void {
    const holder = this.#holders.pop();
    if (!holder) return;
    if ("entries" in holder) {
      const content = holder.entries.map((entry) => ({
        type: "list_item" as const,
        content: isNothing(entry) ? [textBlock("bare", [])] : entry,
      }));
      if (content.length > 0) this.add({ type: holder.type, content });
    } else if (holder.type === "list_item") this.#addEntry(holder.content);
    else if (holder.content.length > 0) this.add({ type: "blockquote", content: holder.content });
  }

  add(block: RichBlock): void {
    this.count += 1;
    const top = this.#top();
    if ("entries" in top) return this.#addEntry([block]);
    // Two that stand without a tag of their own would be one.
    const isJoined = isBare(block) && isBare(top.content.at(-1));
    top.content.push(isJoined && block.type === "paragraph" ? { ...block, attrs: { bare: false } } : block);
  }

  #addEntry(content: RichBlock[]): void {
    const top = this.#top();
    if ("entries" in top) top.entries.push(content);
  }

  document(): RichDocument {
    while (this.#holders.length > 0) this.end();
    return { type: "doc", content: this.#blocks.length > 0 ? this.#blocks : [textBlock("bare", [])] };
  }
}
