import { cleanLine, cleanParagraphs } from "../text/clean-line.ts";
import { isMentionId } from "./attributes.ts";
import { LONGEST_NAME, type RichInline, type RichMark, type RichText } from "./document.ts";

/** Signs that would make one with the `>` of a tag before them. */
const JOINS_TAG = /^\u0338+/;

/** Text of the same marks, in the pieces in which it came. */
interface Pieces {
  readonly type: "pieces";
  readonly pieces: string[];
  readonly marks: readonly RichMark[];
}
/** What was taken of a line. */
export interface TakenLine {
  readonly inlines: readonly RichInline[];
  /** Nothing has come at all. */
  readonly isEmpty: boolean;
  /** Nothing has come but blanks between tags. */
  readonly isSpace: boolean;
}

/** Text, breaks and names as they come, until a block ends. */
export class InlineRun {
  #came: (Exclude<RichInline, RichText> | Pieces)[] = [];
  #name: { readonly id: string; readonly pieces: string[] } | null = null;

  text(given: string, marks: readonly RichMark[]): void {
    // Signs that were apart may be one now that what stood between them is gone.
    const text = cleanParagraphs(given).normalize("NFC").replace(JOINS_TAG, "");
    if (text === "") return;
    const last = this.#came.at(-1);
    if (this.#name) this.#name.pieces.push(text);
    else if (last?.type === "pieces" && sameMarks(last.marks, marks)) last.pieces.push(text);
    else this.#came.push({ type: "pieces", pieces: [text], marks });
  }

  lineBreak(marks: readonly RichMark[]): void {
    if (!this.#name) this.#came.push({ type: "hard_break", ...given(marks) });
  }

  /** What comes until the end of it is somebody's name; an id that is none makes it text. */
  beginMention(id: string): boolean {
    if (this.#name || !isMentionId(id)) return false;
    this.#name = { id, pieces: [] };
    return true;
  }

  endMention(marks: readonly RichMark[]): void {
    const { id, pieces } = this.#name ?? { id: "", pieces: [] };
    this.#name = null;
    const whole = cleanLine(pieces.join("").replace(/^\s*[@＠]/, ""));
    // Cleaned again: it may be cut within a sign.
    const name = cleanLine(whole.slice(0, LONGEST_NAME));
    if (name !== "") this.#came.push({ type: "mention", attrs: { id, name }, ...given(marks) });
  }

  /** What has come, and begins anew. A break at the end of a block is not seen: one is taken off. */
  take(): TakenLine {
    const came = this.#came;
    this.#came = [];
    const inlines = came.map((one) => (one.type === "pieces" ? textOf(one) : one));
    return {
      inlines: inlines.at(-1)?.type === "hard_break" ? inlines.slice(0, -1) : inlines,
      isEmpty: inlines.length === 0,
      isSpace: isSpace(inlines),
    };
  }
}

/** Blanks as HTML knows them, which are not seen where nothing else stands. */
export const isSpace = (inlines: readonly RichInline[]): boolean =>
  inlines.every((inline) => inline.type === "text" && /^[\t\n\f\r ]*$/.test(inline.text));

const given = (marks: readonly RichMark[]): { readonly marks?: readonly RichMark[] } =>
  marks.length > 0 ? { marks } : {};
const textOf = ({ pieces, marks }: Pieces): RichText => ({
  type: "text",
  ...given(marks),
  text: pieces.length > 1 ? pieces.join("").normalize("NFC") : (pieces[0] ?? ""),
});

export const sameMark = (one: RichMark, other: RichMark): boolean =>
  one.type === other.type &&
  (one.type !== "link" || (other.type === "link" && one.attrs.href === other.attrs.href));
export const sameMarks = (one: readonly RichMark[] = [], other: readonly RichMark[] = []): boolean =>
  one.length === other.length &&
  one.every((mark, at) => other[at] !== undefined && sameMark(mark, other[at]));
