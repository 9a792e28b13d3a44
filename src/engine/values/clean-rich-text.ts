import sanitize from "sanitize-html";
import { plainTextOf, type RichDocument } from "../../shared/rich-text/document.ts";
import { readHtml } from "../../shared/rich-text/read-html.ts";
import { renderHtml } from "../../shared/rich-text/render-html.ts";
import { checkDocument } from "../../shared/rich-text/schema.ts";
import { MENTIONED, TAGS } from "../../shared/rich-text/tags.ts";
import { cleanParagraphs, isBlank } from "../../shared/text/clean-line.ts";

/**
 * Makes well-formed HTML of what comes from outside: no script, no style, no attribute but whom a name names
 * and where a link leads. What of it is kept says the schema.
 */
const OPTIONS: sanitize.IOptions = {
  allowedTags: [...TAGS.keys()],
  allowedAttributes: { a: ["href"], span: [MENTIONED] },
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
};

/**
 * What an editor or a pasted page makes is never as deep; the time that cleaning takes grows with the square
 * of it.
 */
const DEEPEST_TAG = 200;
class TooDeep extends Error {}

/**
 * The one HTML of a rich text as it may be kept and sent to anybody: never what was given, but what is made of
 * its document. "" where nothing of it can be seen. Text without any markup stays as it is but for its signs.
 * null: nested too deeply.
 */
export function cleanRichText(text: string): string | null {
  const given = cleanParagraphs(text).normalize("NFC");
  if (!/[<>&]/.test(given)) return isBlank(given) ? "" : given;
  const wellFormed = sanitizeShallow(given);
  return wellFormed === null ? null : htmlOf(readHtml(wellFormed));
}

/** The HTML of a document that was given as one; null: it is none that the schema allows. */
export function cleanDocument(given: unknown): string | null {
  const document = checkDocument(given);
  return document && cleanRichText(renderHtml(document));
}

function htmlOf(read: RichDocument): string {
  const document = checkDocument(read);
  if (!document) throw new Error("a rich text was read that its schema does not allow");
  return isBlank(plainTextOf(document)) ? "" : renderHtml(document);
}

function sanitizeShallow(text: string): string | null {
  let depth = 0;
  const onOpenTag = (): void => {
    depth += 1;
    if (depth > DEEPEST_TAG) throw new TooDeep();
  };
  try {
    return sanitize(text, { ...OPTIONS, onOpenTag, onCloseTag: () => void (depth -= 1) });
  } catch (error) {
    if (error instanceof TooDeep) return null;
    throw error;
  }
}
