const NAMED: Readonly<Record<string, string>> = { lt: "<", gt: ">", quot: '"', apos: "'", amp: "&" };

/** XML text as it was meant: entities, and the _x000A_ by which workbooks write control characters. */
export function unescapeXml(text: string): string {
  const plain = text.includes("&")
    ? text.replace(/&(lt|gt|quot|apos|amp|#\d+|#x[\da-f]+);/gi, (whole, name: string) => {
        if (!name.startsWith("#")) return NAMED[name.toLowerCase()] ?? whole;
        const point =
          name[1] === "x" || name[1] === "X" ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
        return point > 0 && point <= 0x10ffff ? String.fromCodePoint(point) : "\ufffd";
      })
    : text;
  if (!plain.includes("_x")) return plain;
  return plain.replace(/_x([\da-f]{4})_/gi, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );
}

/** The value of an attribute in the inside of a tag; undefined where it has none. */
export function attribute(tag: string, name: string): string | undefined {
  // The usual spelling first: this is asked several times for every cell.
  const usual = tag.indexOf(` ${name}="`);
  if (usual >= 0) {
    const start = usual + name.length + 3;
    const end = tag.indexOf('"', start);
    if (end > 0) return unescapeXml(tag.slice(start, end));
  } else if (!tag.includes("'") && !/[\n\r\t]/.test(tag)) return undefined;
  for (let at = tag.indexOf(`${name}=`); at >= 0; at = tag.indexOf(`${name}=`, at + 1)) {
    if (at > 0 && !/\s/.test(tag[at - 1]!)) continue;
    const quote = tag[at + name.length + 1];
    const end = quote === '"' || quote === "'" ? tag.indexOf(quote, at + name.length + 2) : -1;
    if (end > 0) return unescapeXml(tag.slice(at + name.length + 2, end));
  }
  return undefined;
}

/** The insides of all tags of a name, whatever prefix they have. */
export const tagsOf = (xml: string, name: string): string[] =>
  [...xml.matchAll(new RegExp(`<(?:\\w+:)?${name}(\\s[^>]*?)?/?>`, "g"))].map((found) => found[1] ?? "");

/** The text of all `<t>` of a piece of rich text; how a word is pronounced (`rPh`) is not part of it. */
export function richText(xml: string): string {
  const only = /^<is><t(?: xml:space="preserve")?>([^<]*)<\/t><\/is>$/.exec(xml);
  if (only) return unescapeXml(only[1]!);
  const spoken = xml.includes("rPh") ? xml.replace(/<(?:\w+:)?rPh\b[^]*?<\/(?:\w+:)?rPh>/g, "") : xml;
  let text = "";
  for (const found of spoken.matchAll(/<(?:\w+:)?t(?:\s[^>]*)?>([^<]*)<\/(?:\w+:)?t>/g))
    text += found[1] ?? "";
  return unescapeXml(text);
}
