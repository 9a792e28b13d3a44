import type { Context } from "../../../../engine/public.ts";
import type { MailOutcome } from "../../../../platform/mail/mail.ts";
import { addressIn, sendMail } from "../../../../platform/mail/send-mail.ts";
import { type Claimed, claimMessages, markTaken } from "./claim-messages.ts";
import { type Composed, composeMails } from "./compose-mails.ts";
import { mailRoad, type MailRoad, siteOf } from "./mail-settings.ts";
import { refusedWords } from "./refused-addresses.ts";
import { type Fate, settleMessages } from "./settle-messages.ts";

const BATCH = 25;
const now = (): string => new Date().toISOString();

/**
 * Sends the mails that are due, batch by batch. Where the server cannot be reached, the rest waits for the next
 * time: one that is gone is not asked for each mail.
 */
export async function sendDue(context: Context, clock: () => string = now): Promise<void> {
  for (;;) {
    const claimed = await claimMessages(context, "mail", clock(), BATCH);
    if (claimed.length === 0) return;
    const { fates, reached } = await sendBatch(context, claimed);
    await settleMessages(context, fates, clock());
    if (!reached) return;
  }
}

interface Batch {
  readonly fates: readonly Fate[];
  readonly reached: boolean;
}

async function sendBatch(context: Context, claimed: readonly Claimed[]): Promise<Batch> {
  // Taken by the server before a process died: only its record does not say so yet.
  const taken = claimed.filter(({ answer }) => answer !== null);
  const open = claimed.filter(({ answer }) => answer === null);
  const road = await mailRoad(context);
  const site = await siteOf(context);
  const composed = await composeMails(context, open, site);
  const refused = await refusedWords(
    context,
    composed.flatMap(({ to }) => to ?? []),
  );
  const results = await Promise.all(
    composed.map((one): Promise<Result> => {
      if (one.why !== null) return withheld(one, one.why);
      if (!road) return withheld(one, "no_server");
      if (refused(one.to) !== undefined) return withheld(one, "address_refused");
      return sendOne(context, { ...road, site }, one);
    }),
  );
  return {
    fates: [
      ...taken.map((one): Fate => ({ claimed: one, to: undefined, lines: 0, end: { kind: "sent" } })),
      ...results.map(({ fate }) => fate),
    ],
    reached: results.every(({ reached }) => reached),
  };
}

interface Result {
  readonly fate: Fate;
  readonly reached: boolean;
}
const withheld = async (
  { claimed, to }: Composed,
  why: Extract<Fate["end"], { kind: "withheld" }>["why"],
): Promise<Result> => ({
  fate: { claimed, to, lines: 0, end: { kind: "withheld", why } },
  reached: true,
});

type Outgoing = Extract<Composed, { why: null }>;
type Road = MailRoad & { readonly site: string | null };
async function sendOne(context: Context, { server, from, site }: Road, mail: Outgoing): Promise<Result> {
  const { claimed, to, lines, subject, text, html } = mail;
  const sender = addressIn(from);
  const outcome = await sendMail(server, {
    from,
    to,
    subject,
    text,
    html,
    messageId: `${claimed.id}@${sender.split("@")[1] ?? "localhost"}`,
    headers: {
      // Answers of machines (out of office) would only come back to a machine.
      "Auto-Submitted": "auto-generated",
      "X-Auto-Response-Suppress": "All",
      "List-Unsubscribe": site
        ? `<${site}/settings/notifications>`
        : `<mailto:${sender}?subject=unsubscribe>`,
    },
  });
  if (outcome.sent) await markTaken(context, claimed, outcome.words);
  return {
    fate: { claimed, to, lines, end: endOf(outcome) },
    reached: outcome.sent || outcome.reached,
  };
}

function endOf(outcome: MailOutcome): Fate["end"] {
  if (outcome.sent) return { kind: "sent" };
  const { words, lasting, address } = outcome;
  return lasting ? { kind: "refused", words, address } : { kind: "postponed", words };
}
