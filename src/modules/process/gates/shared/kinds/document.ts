import { compose } from "../../../../../shared/i18n/compose-labels.ts";
import { label } from "../../../../../shared/i18n/label.ts";
import { type CriterionOf, fault, type Place, unchosen } from "../../../pipeline/shared/public.ts";
import { countOf, namesIn, reasonOf } from "../criterion.ts";
import type { GateKind } from "../gate-kind.ts";
import { gateMessages } from "../gate.texts.ts";

/** Files of a type hang on the record. */
export const documentKind: GateKind<CriterionOf<"document">> = {
  label: label("文件", "Document"),
  check: ({ document_type: type }, place) => {
    if (type === "") return [unchosen(place, "unknown_document")];
    return isType(type, place) ? [] : [fault(place, "unknown_document", { type })];
  },
  source: ({ document_type: type }) => `related("file", document_type == ${JSON.stringify(type)}).count()`,
  unmet: ({ criterion }, { facts, labels }) => {
    const { document_type, min = 1 } = criterion;
    const have = countOf(facts[criterion.id]);
    if (have >= min) return [];
    const type = labels.documentType(document_type);
    const text = compose(gateMessages.document_missing, { type, have, min });
    const params = { have, min };
    return [reasonOf(criterion, "document_missing", text, { action: "upload", document_type }, { params })];
  },
  title: ({ document_type: type }, labels) =>
    compose(gateMessages.title_document, { type: labels.documentType(type) }),
  inFull: ({ document_type: type }, labels) =>
    compose(gateMessages.asks_document, { type: labels.documentType(type) }),
  suppliedFact: (_criterion, { given, known }) => Number(known ?? 0) + namesIn(given).length,
};

function isType(type: string, { world }: Place): boolean {
  const field = world.schema.object("file")?.byName["document_type"];
  return field?.kind === "select" && field.options.some((option) => option.name === type);
}
