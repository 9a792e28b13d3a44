import type { Context } from "../../../../engine/public.ts";
import { wallTime } from "../../../../shared/time/zone.ts";
import { readSecurity } from "./security-settings.ts";

/**
 * Who takes a file out and when, for its name: "王立 2026-11-29 1530"; null while the company wants no marks.
 */
export async function fileMark({ db, workspace, principal, company, now }: Context): Promise<string | null> {
  const { watermark } = await readSecurity(db, workspace);
  if (!watermark) return null;
  const [day = "", time = ""] = wallTime(company.zone, now).split(/[T ]/);
  // What neither a file nor a sheet may have in its name.
  const name = principal.name.replace(/[\p{C}\\/:*?"<>|[\]']/gu, "").trim();
  // A sheet has room for so many; half a sign that is left over cannot be written into an address.
  const short = name.slice(0, 14).replace(/\p{Cs}$/u, "");
  return `${short} ${day} ${time.slice(0, 5).replace(":", "")}`.trim();
}

/**
 * `Content-Disposition` of a file with its mark, which may be Chinese. @example attachment("account.csv", "王立
 * 2026-11-29 1530")
 */
export function attachment(name: string, mark: string | null): string {
  if (mark === null) return `attachment; filename="${name}"`;
  const dot = name.lastIndexOf(".");
  const marked = `${name.slice(0, dot)} ${mark}${name.slice(dot)}`;
  return `attachment; filename="${name}"; filename*=UTF-8''${encodeURIComponent(marked)}`;
}
