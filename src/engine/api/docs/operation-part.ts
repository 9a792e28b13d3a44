import { say } from "../../../shared/i18n/messages.ts";
import type { Schema } from "../field-schema.ts";
import {
  addressOf,
  descriptionOf,
  exampleAnswer,
  exampleBody,
  operationId,
  parametersOf,
  type Place,
  summaryOf,
} from "./describe-operation.ts";
import { docsMessages } from "./docs.messages.ts";
import type { Sight } from "./example-record.ts";
import { html, type Html } from "./html.ts";
import { schemaTree } from "./schema-tree.ts";

/** One operation: what it does, what goes in, an example to be copied, what comes back and what may go wrong. */
export function operationPart(place: Place, sight: Sight, isOpen: boolean): Html {
  const { route } = place;
  const t = (key: keyof typeof docsMessages): string => say(docsMessages[key], sight.language);
  const parameters = parametersOf(place, sight);
  const body = exampleBody(place, sight);
  return html`<details class="op" id="${operationId(place)}" ${isOpen && html` open`}>
    <summary>
      <b class="m">${route.method}</b><code>${addressOf(place)}</code><span>${summaryOf(place, sight)}</span>
    </summary>
    <div>
      <p>${descriptionOf(place, sight)}${route.open && html` <small>${t("open")}</small>`}</p>
      ${
        parameters.length > 0 &&
        html`<h3>${t("parameters")}</h3>
          ${parameterTable(parameters, t("required"))}`
      }
      ${
        body !== undefined &&
        route.body &&
        html`<h3>${t("body")}</h3>
          ${schemaTree(route.body, t("required"))}`
      }
      <h3>${t("example")}</h3>
      <pre tabindex="0">${curlOf(place, parameters, body)}</pre>
      <h3>${t("answer")} <code>${String(route.status ?? 200)}</code></h3>
      ${answerPart(place, sight)}
      ${
        route.errors &&
        html`<h3>${t("errors")}</h3>
          <p>
            ${Object.entries(route.errors).map(([code, status]) => html`<code>${status} ${code}</code> `)}
          </p>`
      }
      <p class="quiet">${t("everyError")}</p>
    </div>
  </details>`;
}

const parameterTable = (parameters: readonly Schema[], required: string): Html =>
  html`<div class="wide">
    <table>
      ${parameters.map(
        (one) =>
          html`<tr>
            <td>
              <code>${String(one["name"])}</code
              >${one["required"] === true && html` <small>${required}</small>`}
            </td>
            <td>${String(one["description"] ?? "")}</td>
            <td><code>${String(one["example"] ?? "")}</code></td>
          </tr>`,
      )}
    </table>
  </div>`;

function answerPart(place: Place, sight: Sight): Html {
  const { answer, status } = place.route;
  const t = (key: keyof typeof docsMessages): string => say(docsMessages[key], sight.language);
  if (status === 204) return html`<p>${t("nothing")}</p>`;
  if (typeof answer === "string") return html`<p>${t(answer === "events" ? "events" : "file")}</p>`;
  return html`<pre tabindex="0">${JSON.stringify(exampleAnswer(place, sight), null, 2)}</pre>`;
}

/** The same as a command; needed parameters and, of a GET, the first of the others. */
function curlOf(place: Place, parameters: readonly Schema[], body: unknown): string {
  const { method } = place.route;
  const path = parameters
    .filter((one) => one["in"] === "path")
    .reduce(
      (text, one) => text.replace(`{${String(one["name"])}}`, String(one["example"])),
      addressOf(place),
    );
  const asked = parameters.filter((one) => one["in"] === "query" && one["required"] === true);
  const lines = [
    `curl${method === "GET" ? (asked.length > 0 ? " -G" : "") : ` -X ${method}`} -H "Authorization: Bearer $KEY" $URL${path}`,
    ...asked.map((one) => `  --data-urlencode '${String(one["name"])}=${String(one["example"])}'`),
    ...(body === undefined
      ? []
      : ["  -H 'content-type: application/json'", `  -d '${JSON.stringify(body).replaceAll("'", "'\\''")}'`]),
  ];
  return lines.join(" \\\n");
}
