import { randomUUID } from "node:crypto";
import {
  type Call,
  type Context,
  type Result,
  type Route,
  accept,
  serve,
} from "../../../../engine/public.ts";
import { say } from "../../../../shared/i18n/messages.ts";
import type { Reason } from "../../../../shared/metadata/reason.ts";
import { addressIn, sendAnew } from "../../../../platform/mail/send-mail.ts";
import { logAccess, originOf } from "../../identity/public.ts";
import {
  ADDRESS,
  changeMailSettings,
  type MailPatch,
  readMailSettings as readContract,
  testMailSettings,
} from "../shared/mail.contract.ts";
import { messagesMessages } from "../shared/messages.messages.ts";
import { layOut } from "./mail-layout.ts";
import {
  changedBy,
  keepMailSettings,
  lockMailSettings,
  mailRoad,
  readMailSettings,
  shownSettings,
  type StoredMail,
} from "./mail-settings.ts";
import { mayTest } from "./may-test.ts";
import { refuseWith } from "./refuse.ts";
import { refusedAddressRoutes } from "./refused-addresses.routes.ts";

const serving = { ability: "settings.manage", viewing: "closed" } as const;

const HOST = /^[A-Za-z0-9]([A-Za-z0-9._-]*[A-Za-z0-9])?$|^[0-9A-Fa-f:.]+$/;
/** What is wrong with settings by which mails are to be sent; nothing is, where none are sent. */
function faultsOf({ host, sender }: StoredMail): readonly Reason[] {
  if (host === null) return [];
  const from = addressIn(sender);
  return [
    ...(HOST.test(host) ? [] : [{ code: "bad_host", field: "host", text: messagesMessages.bad_host }]),
    ...(new RegExp(ADDRESS).test(from)
      ? []
      : [{ code: "bad_from", field: "from", text: messagesMessages.bad_from }]),
  ];
}

const siteIn = ({ request }: Pick<Call, "request">): string => `${request.protocol}://${request.host}`;

async function change(
  context: Context,
  call: Pick<Call, "request">,
  patch: MailPatch,
): Promise<Result<null>> {
  const { db, workspace, principal } = context;
  return db.transaction(async (tx): Promise<Result<null>> => {
    await tx.query(lockMailSettings(workspace));
    const before = await readMailSettings(tx, workspace);
    const after = { ...changedBy(context, before, patch), site: siteIn(call) };
    const faults = faultsOf(after);
    if (faults.length > 0) return refuseWith(422, "bad_mail_settings", {}, faults);
    await tx.query(keepMailSettings(workspace, after));
    const told = ({ host, port, security, sign_in, sender }: StoredMail): string =>
      JSON.stringify({ mail: { host, port, security, user: sign_in, from: sender } });
    await logAccess(tx, workspace, {
      kind: "security_changed",
      user: principal.id,
      credential: principal.credential ?? null,
      ...originOf(call.request),
      detail: { before: told(before), after: told(after), mail_password: patch.password !== undefined },
    });
    return accept(null);
  });
}

async function sendTest(context: Context, to: string): Promise<Result<{ answer: string }>> {
  const { language, company, workspace } = context;
  const road = await mailRoad(context);
  if (!road) return refuseWith(409, "no_mail_server");
  if (!mayTest(workspace)) return refuseWith(429, "too_many_tests");
  const subject = say(messagesMessages.testSubject, language);
  const outcome = await sendAnew(
    road.server,
    {
      ...layOut({
        language,
        lead: say(messagesMessages.testText, language),
        lines: [],
        foot: [say(messagesMessages.sentBy, language, { company: company.name })],
      }),
      subject,
      to,
      from: road.from,
      messageId: `${randomUUID()}@${addressIn(road.from).split("@")[1] ?? "localhost"}`,
      headers: {},
    },
    { connect: 5000, silent: 8000 },
  );
  return outcome.sent
    ? accept({ answer: outcome.words })
    : refuseWith(502, "mail_not_sent", { words: outcome.words });
}

export const mailRoutes: readonly Route[] = [
  serve(readContract, serving, async (context) => accept({ data: await shownSettings(context) })),
  serve(changeMailSettings, serving, async (context, call) => {
    // What a program was given must not lead mails elsewhere.
    if (context.principal.kind !== "person") return refuseWith(403, "person_needed");
    const changed = await change(context, call, call.body);
    return changed.ok ? accept({ data: await shownSettings(context) }) : changed;
  }),
  serve(testMailSettings, serving, (context, { body }) => sendTest(context, body.to)),
  ...refusedAddressRoutes,
];
