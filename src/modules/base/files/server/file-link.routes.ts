import {
  accept,
  type CallOf,
  type Context,
  load,
  refuse,
  type Result,
  SENT,
  serve,
} from "../../../../engine/public.ts";
import { file as storedFile } from "../../../../objects/system/file/file.object.ts";
import { label } from "../../../../shared/i18n/label.ts";
import type { AnswerOf } from "../../../../shared/wire/contract.ts";
import { linkFile, readLinkedFile } from "../../../../shared/wire/files.contract.ts";
import { isNetworkAllowed, loadPrincipal } from "../../identity/public.ts";
import { LINK_MS, readLink, spellLink } from "./file-link.ts";
import { contentOf, fileGone, sendContent } from "./send-content.ts";

const notFromHere = label("不能从当前网络下载。", "Downloads are not allowed from this network.");

/** The digest is told by nobody: so much of it says that a content is another. */
const ENOUGH = 16;

async function makeLink(
  context: Context,
  { params: { id }, query }: CallOf<typeof linkFile>,
): Promise<Result<AnswerOf<typeof linkFile>>> {
  const found = await load(context, storedFile, id);
  if (!found.ok) return found;
  const [row] = await context.db.query(contentOf(context.workspace, id));
  const { id: person, narrowedTo } = context.principal;
  if (!row?.hash || person === null) return fileGone();
  const until = Date.parse(context.now) + LINK_MS;
  const token = spellLink(context, {
    file: id,
    hash: row.hash.slice(0, ENOUGH),
    person,
    role: narrowedTo ?? null,
    download: query.download !== undefined,
    until,
  });
  const url = `/api/v1${readLinkedFile.path}?token=${token}`;
  return accept({ data: { url, expires_at: new Date(until).toISOString() } });
}

/** As the person who made the link, with the rights they have now. */
async function sendLinked(
  context: Context,
  { query: { token }, request, reply }: CallOf<typeof readLinkedFile>,
): Promise<Result<typeof SENT>> {
  const linked = readLink(context, token);
  if (!linked) return fileGone();
  const { db, workspace } = context;
  if (!(await isNetworkAllowed(db, workspace, request.ip)))
    return refuse({ status: 403, code: "network_not_allowed", text: notFromHere });
  const principal = await loadPrincipal(db, workspace, linked.person, { roleOverride: linked.role });
  if (!principal) return fileGone();
  const { file, hash, download: isDownload } = linked;
  return sendContent({ ...context, principal }, file, { isDownload, hash, request, reply });
}

export const fileLinkRoutes = [
  // Who looks as another person makes no link that would work without looking.
  serve(linkFile, { viewing: "closed" }, makeLink),
  serve(readLinkedFile, { open: true }, sendLinked),
];
