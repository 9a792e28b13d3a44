/** A piece of HTML as it is read from left to right. */
export type HtmlToken =
  | { readonly type: "text"; readonly text: string }
  | { readonly type: "open"; readonly tag: string; readonly attributes: string }
  | { readonly type: "close"; readonly tag: string };

/** What stands between these is no text for anybody. */
const SILENT: ReadonlySet<string> = new Set(
  "script style textarea option noscript iframe object embed template svg math xmp noembed noframes title head".split(
    " ",
  ),
);
const NAME = /^[a-z][a-z0-9]*/i;

/**
 * Takes HTML apart in one pass, whatever it is: what is no tag is text, what runs or draws is left out. The
 * time it takes grows with the length alone.
 */
export function* htmlTokens(html: string): Generator<HtmlToken> {
  let at = 0;
  while (at < html.length) {
    const start = html.indexOf("<", at);
    if (start < 0) return yield { type: "text", text: decode(html.slice(at)) };
    if (start > at) yield { type: "text", text: decode(html.slice(at, start)) };
    const comment = html.startsWith("<!--", start);
    const end = html.indexOf(comment ? "-->" : ">", start);
    // Without an end it is no tag; and nothing behind it has one.
    if (end < 0) return yield { type: "text", text: comment ? "" : decode(html.slice(start)) };
    at = end + (comment ? 3 : 1);
    if (comment || /[!?]/.test(html.charAt(start + 1))) continue;
    const token = tagToken(html.slice(start + 1, end));
    if (!token) {
      yield { type: "text", text: "<" };
      at = start + 1;
    } else if (token.type === "open" && SILENT.has(token.tag)) {
      at = behind(html, token.tag, at);
    } else yield token;
  }
}

function tagToken(inside: string): Exclude<HtmlToken, { type: "text" }> | null {
  const isClosing = inside.startsWith("/");
  const rest = isClosing ? inside.slice(1) : inside;
  const tag = NAME.exec(rest.slice(0, 30))?.[0];
  if (tag === undefined) return null;
  return isClosing
    ? { type: "close", tag: tag.toLowerCase() }
    : { type: "open", tag: tag.toLowerCase(), attributes: rest.slice(tag.length) };
}

/** Where it goes on behind an element of which nothing is read. */
function behind(html: string, tag: string, from: number): number {
  const closing = new RegExp(`</${tag}[\\s/>]`, "gi");
  closing.lastIndex = from;
  const found = closing.exec(html);
  const end = found ? html.indexOf(">", found.index) : -1;
  return end < 0 ? html.length : end + 1;
}

/** The value of an attribute; "" where it has none. */
export function attributeOf(attributes: string, name: string): string {
  const found = new RegExp(`(?:^|[\\s"'/])${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s"'>]+))`, "i").exec(
    attributes,
  );
  return decode(found?.[1] ?? found?.[2] ?? found?.[3] ?? "");
}

/** Signs by name as editors write them. All others come as signs, or by number. */
const NAMED: Readonly<Record<string, string>> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
  nbsp: "\u00a0",
  hellip: "…",
  mdash: "—",
  ndash: "–",
  ldquo: "“",
  rdquo: "”",
  lsquo: "‘",
  rsquo: "’",
  middot: "·",
  yen: "¥",
  euro: "€",
};
const decode = (text: string): string =>
  text.includes("&")
    ? text.replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]{2,6}));/gi, (whole, ten, hex, name: string) =>
        name === undefined ? signOf(Number.parseInt(ten ?? hex, ten ? 10 : 16)) : (NAMED[name] ?? whole),
      )
    : text;
const signOf = (code: number): string =>
  code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff) ? String.fromCodePoint(code) : "\ufffd";
