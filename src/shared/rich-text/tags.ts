import type { HeadingLevel } from "./document.ts";

/** What a tag becomes in a document. */
export type TagMeaning =
  | { readonly does: "mark"; readonly mark: "strong" | "em" | "underline" }
  | { readonly does: "link" | "mention" | "break" | "quote" | "item" | "boundary" | "paragraph" }
  | { readonly does: "heading"; readonly level: HeadingLevel }
  | { readonly does: "list"; readonly list: "bullet_list" | "ordered_list" };

const mark = (name: "strong" | "em" | "underline"): TagMeaning => ({ does: "mark", mark: name });
const heading = (level: HeadingLevel): TagMeaning => ({ does: "heading", level });

/** The tags that are read. Of all others what is within them is read. */
export const TAGS: ReadonlyMap<string, TagMeaning> = new Map(
  Object.entries({
    p: { does: "paragraph" },
    div: { does: "boundary" },
    br: { does: "break" },
    b: mark("strong"),
    strong: mark("strong"),
    i: mark("em"),
    em: mark("em"),
    strike: mark("em"),
    u: mark("underline"),
    ul: { does: "list", list: "bullet_list" },
    ol: { does: "list", list: "ordered_list" },
    li: { does: "item" },
    a: { does: "link" },
    span: { does: "mention" },
    blockquote: { does: "quote" },
    // Editors and pages differ in these.
    h1: heading(3),
    h2: heading(3),
    h3: heading(3),
    h4: heading(4),
    h5: heading(4),
    h6: heading(4),
  }),
);
/** The attribute of a `<span>` that says whom it names. */
export const MENTIONED = "data-mention";
