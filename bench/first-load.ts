import { existsSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";

/**
 * Kilobytes of compressed script that the first page loads: what index.html names, and what those files
 * import at once. Undefined without a built client.
 */
export function firstLoadKb(web: string): { gzip: number; brotli: number | undefined } | undefined {
  if (!existsSync(join(web, "index.html"))) return undefined;
  const html = readFileSync(join(web, "index.html"), "utf8");
  const named = [...html.matchAll(/(?:src|href)="\/?([^"]+\.js)"/g)].map((match) => match[1] ?? "");
  const seen = new Set<string>();
  const visit = (path: string): void => {
    if (seen.has(path) || !existsSync(join(web, path))) return;
    seen.add(path);
    const text = readFileSync(join(web, path), "utf8");
    for (const [, file] of text.matchAll(/(?:from|^import|;import)\s*"\.\/([^"]+\.js)"/g))
      visit(join(path, "..", file ?? ""));
  };
  named.forEach(visit);
  const paths = [...seen].map((path) => join(web, path));
  const gzip = paths.reduce((sum, path) => sum + gzipSync(readFileSync(path), { level: 9 }).length, 0);
  const packed = paths.every((path) => existsSync(`${path}.br`))
    ? paths.reduce((sum, path) => sum + statSync(`${path}.br`).size, 0)
    : undefined;
  return {
    gzip: Math.round(gzip / 1024),
    brotli: packed === undefined ? undefined : Math.round(packed / 1024),
  };
}
