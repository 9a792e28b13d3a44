import type { Road } from "../../shared/metadata/hooks.ts";
import { type Item, isLive, refuseItem } from "./batch.ts";
import type { SaveRequest } from "../kernel/save-request.ts";
import { recordMessages } from "./messages.ts";
import type { Attachment, Part } from "./open-document.ts";
import { withLabel } from "../values/field-reason.ts";

/**
 * Roads on which somebody outside says what is to be written; rules, definitions and the seed act on what
 * they have just read.
 */
const FROM_OUTSIDE: ReadonlySet<Road> = new Set<Road>([
  "form",
  "board",
  "bulk",
  "api",
  "import",
  "transition",
  "automation",
  "sync",
]);

/**
 * Whoever changes or deletes a money document must say which version was seen (decision 4), also where only
 * its lines change. A line that is written alone says its own version; a line cannot be added or brought back
 * without its document.
 */
export function requireMatch(
  { road, match }: Pick<SaveRequest, "road" | "match">,
  parts: readonly Part[],
  attachments: readonly Attachment[],
): void {
  if (match === "not_asked" || !FROM_OUTSIDE.has(road)) return;
  const implied = new Set(parts.filter((part) => part.implied).flatMap((part) => part.items));
  const comesWithParent = new Set(
    attachments.filter(({ parent }) => !implied.has(parent)).map(({ line }) => line),
  );
  for (const { object, items, giver } of parts) {
    if (!object.money_document || giver.principal.kind === "system") continue;
    for (const item of items)
      if (!implied.has(item) && !comesWithParent.has(item) && isUnmatched(item))
        refuse(item, "if_match_required", object);
  }
  for (const { line, parent } of attachments) {
    if (!implied.has(parent) || !parent.object.money_document || line.unchanged || implied.has(line))
      continue;
    const { op } = line.operation;
    if (op === "create" || op === "restore") refuse(line, "line_needs_document", parent.object);
    else if (isUnmatched(line)) refuse(line, "if_match_required", parent.object);
  }
}

function isUnmatched(item: Item): boolean {
  const { operation } = item;
  if (!isLive(item) || item.unchanged || (operation.op !== "update" && operation.op !== "delete"))
    return false;
  // What is taken back asks by itself whether somebody has changed it since.
  const takesBack =
    operation.op === "update" ? operation.takesBack !== undefined : operation.retract === true;
  return operation.ifVersion === undefined && !takesBack;
}

const refuse = (
  item: Item,
  code: "if_match_required" | "line_needs_document",
  object: Part["object"],
): void =>
  refuseItem(item, {
    status: 428,
    code: "if_match_required",
    text: withLabel(recordMessages[code], object),
    reasons: [{ code: "if_match_required", text: withLabel(recordMessages[code], object) }],
  });
