import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from "node:crypto";

const IV = 12;
const TAG = 16;
const keyOf = (secret: string, purpose: string): Buffer =>
  Buffer.from(hkdfSync("sha256", secret, "", `sluice ${purpose}`, 32));

/**
 * Encrypts a text with a key that follows from the installation's secret (AES-256-GCM). `about` (a person's
 * id, say) is sealed with it: what is copied to another row cannot be opened there.
 */
export function sealText(secret: string, purpose: string, about: string, text: string): Buffer {
  const iv = randomBytes(IV);
  const cipher = createCipheriv("aes-256-gcm", keyOf(secret, purpose), iv).setAAD(Buffer.from(about));
  return Buffer.concat([iv, cipher.update(text, "utf8"), cipher.final(), cipher.getAuthTag()]);
}

/** The text that was sealed, or null when it was not sealed so. */
export function openText(secret: string, purpose: string, about: string, sealed: Buffer): string | null {
  if (sealed.length < IV + TAG) return null;
  const decipher = createDecipheriv("aes-256-gcm", keyOf(secret, purpose), sealed.subarray(0, IV), {
    authTagLength: TAG,
  }).setAAD(Buffer.from(about));
  decipher.setAuthTag(sealed.subarray(-TAG));
  try {
    return Buffer.concat([decipher.update(sealed.subarray(IV, -TAG)), decipher.final()]).toString("utf8");
  } catch {
    return null;
  }
}

/** A fingerprint of a short secret that cannot be guessed from it without the installation's secret. */
export const fingerprint = (secret: string, purpose: string, about: string, text: string): Buffer =>
  createHmac("sha256", keyOf(secret, purpose)).update(`${about}\n${text}`).digest();
