import { textOf } from "../../../shared/i18n/label.ts";
import { say } from "../../../shared/i18n/messages.ts";
import type { CatalogObject } from "../../../shared/metadata/object.ts";
import { operationId, type Place } from "./describe-operation.ts";
import { docsMessages } from "./docs.messages.ts";
import type { Sight } from "./example-record.ts";
import { html, type Html } from "./html.ts";
import { operationPart } from "./operation-part.ts";

export interface GroupPage {
  readonly title: string;
  readonly places: readonly Place[];
  /** Whose records they are, where they are those of an object. */
  readonly object: CatalogObject | undefined;
}
/** The operations of a group, each folded but the one that is asked for; for an object its fields below. */
export const groupPage = ({ title, places, object }: GroupPage, sight: Sight, open = ""): Html =>
  html`<h1>${title}</h1>
    ${places.map((place) =>
      operationPart(place, sight, operationId(place) === open),
    )}${object && fieldsOf(object, sight)}`;

function fieldsOf(object: CatalogObject, { language, maySee }: Sight): Html {
  const fields = object.fields.filter((field) => !field.hidden && !field.internal && maySee(object, field));
  return html`<h2>${say(docsMessages.fields, language)}</h2>
    <div class="wide">
      <table>
        <tr>
          <th>${say(docsMessages.field, language)}</th>
          <th>${say(docsMessages.kind, language)}</th>
          <th>${say(docsMessages.meaning, language)}</th>
        </tr>
        ${fields.map(
          (field) =>
            html`<tr>
              <td><code>${field.name}</code></td>
              <td>${field.kind}</td>
              <td>
                ${textOf(field.label, language, field.name)}
                <small>${textOf(field.description, language)}</small>
              </td>
            </tr>`,
        )}
      </table>
    </div>`;
}
