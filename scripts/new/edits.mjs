// Adds an import and an entry to files in the house's form, where a person would.

/** After the last import of the file; into the braces of one that takes from the same file already. */
export function withImport(text, name, from) {
  const line = new RegExp(`import \\{([^}]*)\\} from "${from.replace(/[.*+?^$()|[\]\\/]/g, "\\$&")}";`);
  const there = line.exec(text);
  if (there?.[1].split(",").some((one) => one.trim() === name)) return text;
  if (there)
    return text.replace(
      line,
      () => `import {${there[1].trimEnd().replace(/,$/, "")}, ${name} } from "${from}";`,
    );
  const imports = [...text.matchAll(/^import [^;]*;\n/gm)];
  const last = imports.at(-1);
  const at = last ? last.index + last[0].length : 0;
  return `${text.slice(0, at)}import { ${name} } from "${from}";\n${text.slice(at)}`;
}

/** One more entry in a list of the object that is the last statement of the file, e.g. `routes: […]`. */
export function withEntry(text, list, item) {
  const oneLine = new RegExp(`^  ${list}: \\[(.*)\\],$`, "m");
  const long = new RegExp(`^(  ${list}: \\[\\n[\\s\\S]*?)^  \\],$`, "m");
  const named = new RegExp(`^  ${list}: (\\w+),$`, "m");
  if (oneLine.test(text)) return text.replace(oneLine, (_, before) => `  ${list}: [${before}, ${item}],`);
  if (long.test(text)) return text.replace(long, (_, before) => `${before}    ${item},\n  ],`);
  if (named.test(text)) return text.replace(named, (_, all) => `  ${list}: [...${all}, ${item}],`);
  const end = /\n\};\n(?![\s\S]*^\};\n)/m;
  if (!end.test(text)) throw new Error(`no place for ${list}`);
  return text.replace(end, () => `\n  ${list}: [${item}],\n};\n`);
}

/** One more line before the end of the list that begins with `head`. */
export function withLine(text, head, line, end = "\n}") {
  const from = text.indexOf(head);
  const at = from < 0 ? -1 : text.indexOf(end, from);
  if (at < 0) throw new Error(`no list that begins with ${head}`);
  return `${text.slice(0, at)}\n${line}${text.slice(at)}`;
}
