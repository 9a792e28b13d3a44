/** Text that is markup already. */
export class Html {
  constructor(readonly text: string) {}
}
type Piece = Html | string | number | null | false | undefined | readonly Piece[];

const ESCAPES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
const markup = (piece: Piece): string => {
  if (piece instanceof Html) return piece.text;
  if (Array.isArray(piece)) return piece.map(markup).join("");
  if (piece === null || piece === undefined || piece === false) return "";
  return String(piece).replace(/[&<>"]/g, (sign) => ESCAPES[sign] ?? sign);
};
/** Markup with values in it: texts are escaped, lists are joined, what is nothing is left out. */
export const html = (parts: TemplateStringsArray, ...pieces: readonly Piece[]): Html =>
  new Html(parts.map((part, at) => part + markup(pieces[at])).join(""));
