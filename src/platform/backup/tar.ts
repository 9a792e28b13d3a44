const BLOCK = 512;
const NAME = 100;
const PREFIX = 155;

/** One entry of a tar archive, as its header tells. */
export interface TarHeader {
  readonly name: string;
  readonly size: number;
}

/** What follows a content up to the next block. */
export const padding = (size: number): Buffer => Buffer.alloc((BLOCK - (size % BLOCK)) % BLOCK);
export const END = Buffer.alloc(2 * BLOCK);
export { BLOCK };

/** The header of a file in the ustar format, which every tar reads. Throws on names that it cannot hold. */
export function tarHeader({ name, size }: TarHeader, seconds: number): Buffer {
  const { prefix, rest } = split(name);
  const header = Buffer.alloc(BLOCK);
  const put = (text: string, at: number): void => void header.write(text, at, "utf8");
  const octal = (value: number, digits: number): string => value.toString(8).padStart(digits, "0");
  put(rest, 0);
  put(`${octal(0o600, 7)}\0${octal(0, 7)}\0${octal(0, 7)}\0`, 100);
  if (size >= 8 ** 11) throw new Error(`${name} is too large for an archive`);
  put(octal(size, 11), 124);
  put(octal(seconds, 11), 136);
  put("        0", 148);
  put("ustar\x0000", 257);
  put(prefix, 345);
  put(`${octal(sumOf(header), 6)}\0 `, 148);
  return header;
}

/** Gives null for the block that ends an archive; throws TarBroken on what is no header. */
export function readTarHeader(block: Buffer): TarHeader | null {
  if (block.every((byte) => byte === 0)) return null;
  const text = (from: number, length: number): string =>
    block.toString("utf8", from, from + length).split("\0")[0] ?? "";
  const number = (from: number, length: number): number => Number.parseInt(text(from, length).trim(), 8);
  const told = number(148, 8);
  const blank = Buffer.from(block);
  blank.write("        ", 148, "utf8");
  if (block.toString("latin1", 257, 262) !== "ustar" || told !== sumOf(blank))
    throw new TarBroken("not a header");
  const [prefix, rest, size] = [text(345, PREFIX), text(0, NAME), number(124, 12)];
  if (!rest || !Number.isSafeInteger(size) || size < 0 || text(156, 1) !== "0")
    throw new TarBroken("not a file");
  return { name: prefix ? `${prefix}/${rest}` : rest, size };
}

/** The archive is damaged or cut off. */
export class TarBroken extends Error {}

const sumOf = (header: Buffer): number => header.reduce((sum, byte) => sum + byte, 0);

function split(name: string): { prefix: string; rest: string } {
  const bytes = (text: string): number => Buffer.byteLength(text);
  if (bytes(name) <= NAME) return { prefix: "", rest: name };
  for (let at = name.lastIndexOf("/"); at > 0; at = name.lastIndexOf("/", at - 1)) {
    const parts = { prefix: name.slice(0, at), rest: name.slice(at + 1) };
    if (bytes(parts.rest) <= NAME && bytes(parts.prefix) <= PREFIX) return parts;
  }
  throw new Error(`${name} is too long a name for an archive`);
}
