import type { CatalogObject, Values, WireValue } from "../../shared/metadata/object.ts";
import { readHtml } from "../../shared/rich-text/read-html.ts";

/** The document as it is sent. */
function wireDocument(html: string): WireValue {
  const sent: WireValue = JSON.parse(JSON.stringify(readHtml(html)));
  return sent;
}

/**
 * A record with its rich texts as documents, for who asked for `rich_text=document`. They are read from the
 * HTML that is kept, also from that of former versions and of earlier releases. Records that were expanded
 * within it keep their HTML.
 */
export function withDocuments(object: CatalogObject, record: Values): Values {
  const rich = object.fields.filter(
    ({ kind, name }) => kind === "rich_text" && typeof record[name] === "string",
  );
  return rich.length === 0
    ? record
    : {
        ...record,
        ...Object.fromEntries(rich.map(({ name }) => [name, wireDocument(String(record[name]))])),
      };
}
