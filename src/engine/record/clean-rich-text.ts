import sanitize from "sanitize-html";
import { cleanParagraphs, isBlank } from "../../shared/text/clean-line.ts";

/**
 * A link leads out by its whole address. The allowed schemes say nothing of addresses without one, nor of
 * "http:/path", which on a page of that scheme is an address of ours as well: whoever clicks would ask us.
 */
const LEADS_OUT = /^(https?:\/\/|mailto:)/i;

/**
 * What the editor makes, and what is pasted into it: no script, no style, no attribute but a link's address.
 */
const OPTIONS: sanitize.IOptions = {
  allowedTags: [
    "p",
    "div",
    "br",
    "b",
    "strong",
    "i",
    "em",
    "u",
    "ul",
    "ol",
    "li",
    "a",
    "blockquote",
    "h3",
    "h4",
  ],
  allowedAttributes: { a: ["href", "rel", "target"] },
  allowedSchemes: ["http", "https", "mailto"],
  allowProtocolRelative: false,
  nonTextTags: [
    "script",
    "style",
    "textarea",
    "option",
    "noscript",
    "iframe",
    "object",
    "embed",
    "template",
    "svg",
    "math",
    "xmp",
    "noembed",
    "noframes",
  ],
  nestingLimit: 40,
  transformTags: {
    a: (tagName, { href }): sanitize.Tag => {
      const attribs: Record<string, string> =
        href !== undefined && LEADS_OUT.test(href.trim())
          ? { href: href.trim(), rel: "noopener noreferrer", target: "_blank" }
          : {};
      return { tagName, attribs };
    },
    // Editors and pages differ in these.
    h1: "h3",
    h2: "h3",
    h5: "h4",
    h6: "h4",
    strike: "i",
  },
};

/**
 * What an editor or a pasted page makes is never as deep; the time that cleaning takes grows with the square
 * of it.
 */
const DEEPEST = 200;
class TooDeep extends Error {}

/**
 * HTML as it may be kept and sent to anybody; "" where nothing of it can be seen. Text without any markup
 * stays as it is but for its signs. null: nested too deeply.
 */
export function cleanRichText(text: string): string | null {
  const clean = cleanShallow(cleanParagraphs(text));
  if (clean === null) return null;
  const shown = sanitize(clean, { allowedTags: [], allowedAttributes: {} }).replaceAll("&nbsp;", "");
  return isBlank(shown) ? "" : clean;
}

function cleanShallow(text: string): string | null {
  let depth = 0;
  const onOpenTag = (): void => {
    depth += 1;
    if (depth > DEEPEST) throw new TooDeep();
  };
  try {
    return sanitize(text, { ...OPTIONS, onOpenTag, onCloseTag: () => void (depth -= 1) });
  } catch (error) {
    if (error instanceof TooDeep) return null;
    throw error;
  }
}
