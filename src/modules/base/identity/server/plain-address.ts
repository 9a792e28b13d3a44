import { isIP } from "node:net";

/** An address as the database compares it: without zone, IPv4 in IPv6 as IPv4; null for what is none. */
export function plainAddress(ip: string): string | null {
  const address = ip.replace(/%.*$/, "").replace(/^::ffff:(?=\d+\.)/i, "");
  return isIP(address) === 0 ? null : address;
}

/** Whether a text is a network: "10.1.0.0/16", "2001:db8::/32", or one address. */
export function isNetwork(text: string): boolean {
  const [address = "", bits, ...rest] = text.split("/");
  const version = isIP(address);
  if (version === 0 || rest.length > 0 || address.includes("%")) return false;
  return bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= (version === 4 ? 32 : 128));
}
