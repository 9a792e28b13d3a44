import type { Context } from "../../../../engine/public.ts";
import { textOf } from "../../../../shared/i18n/label.ts";
import { say } from "../../../../shared/i18n/messages.ts";
import type { CatalogObject, Values } from "../../../../shared/metadata/object.ts";
import { wallTime } from "../../../../shared/time/zone.ts";
import { factsOf, linkPurposes, type ShownByLink } from "../../../base/links/public.ts";
import type { ApprovalCardData, CardCriterion, CardDetail } from "../shared/approval.contract.ts";
import { approvalMessages } from "./approvals.messages.ts";
import { carriedOut } from "./carried-out.ts";
import { decideIn } from "./decide-approval.ts";
import { mayDecide, readRequests, type RequestRow, showRequest } from "./read-requests.ts";

const VERBS = [
  {
    name: "approve",
    tone: "primary",
    comment: "optional",
    label: approvalMessages.approve,
    done: approvalMessages.done_approved,
  },
  {
    name: "refuse",
    tone: "danger",
    comment: "required",
    label: approvalMessages.refuse,
    done: approvalMessages.done_refused,
  },
] as const;

/**
 * One consent by a link, in the name of whoever is asked: what they would see of it when signed in, and the
 * same decision with the same checks.
 */
export const approvalLink = linkPurposes.define("approval", {
  label: approvalMessages.by_link,
  applies: ({ name }) => name === "approval_request",
  actsFor: "person",
  days: 7,
  verbs: VERBS,
  show: async (context, { record }) => {
    const [row] = await readRequests(context.db, context, { id: record });
    return row && mayDecide(context, row) ? toPage(context, row, await cardOf(context, row)) : null;
  },
  act: (tx, context, { link, verb, comment, seen }) =>
    decideIn(tx, context, {
      id: link.record,
      decision: verb === "approve" ? "approve" : "refuse",
      comment,
      seen: { seen },
      road: "form",
    }),
});

async function cardOf(context: Context, row: RequestRow): Promise<ApprovalCardData | undefined> {
  if (row.status !== "waiting") return undefined;
  return (await carriedOut.read(context.hooks).get(row.handler)?.show(context, [row]))?.get(row.id);
}

/** As the card in the program: what they may not read of it is not here either. A closed one shows no figures. */
function toPage(context: Context, row: RequestRow, card: ApprovalCardData | undefined): ShownByLink {
  const { language, catalog } = context;
  const t = (key: keyof typeof approvalMessages, params: Record<string, string> = {}): string =>
    say(approvalMessages[key], language, params);
  const item = showRequest(context, row, card);
  const object = row.regarding_object === null ? undefined : catalog.object(row.regarding_object);
  const when = wallTime(context.company.zone, item.asked_at).slice(0, 16).replace("T", " ");
  const isOpen = row.status === "waiting";
  return {
    heading: t("please"),
    title: textOf(item.what, language),
    lead: item.requester ? t("asked_by", { name: item.requester.name, when }) : t("asked_at", { when }),
    facts: [
      ...(object && item.subject !== ""
        ? [{ label: textOf(object.label, language), value: item.subject, strong: false }]
        : []),
      ...(object && card ? factsOf(context, object, card.record, figuresOf(object, card.record)) : []),
    ],
    checks: isOpen && object ? checksOf(context, object, card, item.need) : [],
    note: isOpen && item.reason ? { label: t("reason"), text: item.reason } : null,
    closed: isOpen ? null : item.decided_by ? t("closed_by", { name: item.decided_by }) : t("closed"),
    seen: card?.seen ?? (isOpen ? "" : null),
  };
}

const MOST_FIGURES = 6;
/** Money first, then what the list of such records shows. */
const figuresOf = (object: CatalogObject, record: Values): readonly string[] =>
  (object.list?.columns ?? [])
    .flatMap((name) => object.byName[name] ?? [])
    .filter(
      ({ name, kind }) =>
        name !== object.title && kind !== "stage" && kind !== "datetime" && record[name] != null,
    )
    .toSorted((one, other) => Number(other.kind === "money") - Number(one.kind === "money"))
    .slice(0, MOST_FIGURES)
    .map(({ name }) => name);

/** Each criterion with its evidence, but for the consent that this is. */
function checksOf(
  context: Context,
  object: CatalogObject,
  card: ApprovalCardData | undefined,
  need: string | undefined,
): ShownByLink["checks"] {
  return (card?.criteria ?? [])
    .filter(({ id, met }) => id !== need || met)
    .map(({ title, met, hidden, details }: CardCriterion) => ({
      text: wordsOf(title, context),
      met,
      details: hidden
        ? [say(approvalMessages.hidden_item, context.language)]
        : details.flatMap((detail) => detailsOf(context, object, card?.record ?? {}, detail)),
    }));
}

function detailsOf(
  context: Context,
  object: CatalogObject,
  record: Values,
  detail: CardDetail,
): readonly string[] {
  const { language } = context;
  const pair = (name: string, value: string): string => say(approvalMessages.pair, language, { name, value });
  switch (detail.type) {
    case "item": {
      const item = wordsOf(detail.label, context);
      return [say(approvalMessages[detail.done ? "item_done" : "item_open"], language, { item })];
    }
    case "field":
      // Said above, where it is a figure of the record.
      return figuresOf(object, record).includes(detail.field)
        ? []
        : factsOf(context, object, record, [detail.field]).map((fact) => pair(fact.label, fact.value));
    case "answer":
      return [pair(wordsOf(detail.label, context), detail.value)];
    case "file":
      return [say(approvalMessages.file_item, language, { name: detail.name })];
    case "signed":
      return [say(approvalMessages.signed_item, language, { name: detail.by })];
  }
}
const wordsOf = (words: string | Readonly<Record<string, string>>, { language }: Context): string =>
  typeof words === "string" ? words : textOf(words, language);
