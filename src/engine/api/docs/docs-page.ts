import { textOf } from "../../../shared/i18n/label.ts";
import { type MessageParams, say } from "../../../shared/i18n/messages.ts";
import { objectRights, fieldRight } from "../../access/rights-of.ts";
import type { Context } from "../../kernel/context.ts";
import type { Route } from "../route.ts";
import { groupOf, openPath, operationId, type Place, placesOf, summaryOf } from "./describe-operation.ts";
import { docsGroups, docsMessages } from "./docs.messages.ts";
import type { Sight } from "./example-record.ts";
import { groupPage } from "./group-page.ts";
import { html, type Html } from "./html.ts";
import { startPage } from "./start-page.ts";
import { STYLE } from "./style.ts";

export interface Asked {
  /** An object, or what the endpoints of a kind are called. */
  readonly group?: string | undefined;
  /** The operation that stands open. */
  readonly open?: string | undefined;
  /** What is looked for. */
  readonly q?: string | undefined;
}
interface Group {
  readonly name: string;
  readonly title: string;
  readonly isObject: boolean;
  readonly places: readonly Place[];
}

/**
 * The API to be read: a group at a time, what was looked for, or how to begin. Made of the same routes and
 * catalog as the OpenAPI document, as the caller may use it; without any script. Undefined for a group that
 * there is not.
 */
export function docsPage(context: Context, routes: readonly Route[], asked: Asked): string | undefined {
  const sight: Sight = {
    language: context.language,
    maySee: (object, field) => fieldRight(context, object, field.name) !== "hidden",
  };
  const objects = [...context.catalog.objects.values()].filter(
    (object) => !object.internal && objectRights(context, object).read !== "none",
  );
  const places = placesOf(routes, objects);
  const groups = groupsOf(context, places);
  const chosen = groups.find(({ name }) => name === asked.group);
  if (asked.group !== undefined && !chosen) return undefined;
  const body = chosen
    ? groupPage({ ...chosen, object: context.catalog.object(chosen.name) }, sight, asked.open)
    : asked.q
      ? found(places, sight, asked.q)
      : startPage(context.language);
  return frame(context, groups, asked, body).text;
}

function groupsOf({ catalog, language }: Context, places: readonly Place[]): readonly Group[] {
  return [...new Set(places.map(groupOf))].map((name) => {
    const own = places.filter((place) => groupOf(place) === name);
    const isObject = own.some(({ object }) => object !== null);
    const words = Object.entries(docsGroups).find(([tag]) => tag === name)?.[1];
    const label = isObject ? catalog.object(name)?.label : words;
    const title = textOf(label, language, name);
    return { name, title, isObject, places: own };
  });
}

const link = (name: string, open = ""): string => `/api/docs/${name}${open ? `?open=${open}#${open}` : ""}`;

const MOST_FOUND = 60;
/** Operations whose address or words hold all that was typed. */
function found(places: readonly Place[], sight: Sight, q: string): Html {
  const words = q.toLowerCase().split(/\s+/).filter(Boolean);
  const hits = places.filter((place) => {
    const text = `${place.route.method} ${openPath(place)} ${summaryOf(place, sight)}`.toLowerCase();
    return words.every((word) => text.includes(word));
  });
  const t = (key: "found" | "more", params: MessageParams) => say(docsMessages[key], sight.language, params);
  return html`<h1>${t("found", { count: hits.length, q })}</h1>
    <ul class="hits">
      ${hits.slice(0, MOST_FOUND).map(
        (place) =>
          html`<li>
            <a href="${link(groupOf(place), operationId(place))}"
              ><b class="m">${place.route.method}</b> <code>${openPath(place)}</code>
              <span>${summaryOf(place, sight)}</span></a
            >
          </li>`,
      )}
    </ul>
    ${hits.length > MOST_FOUND && html`<p class="quiet">${t("more", { count: hits.length - MOST_FOUND })}</p>`}`;
}

function frame({ language }: Context, groups: readonly Group[], asked: Asked, body: Html): Html {
  const t = (key: keyof typeof docsMessages) => say(docsMessages[key], language);
  const menu = (title: string, isObject: boolean): Html =>
    html`<details${
      groups.some((one) => one.isObject === isObject && one.name === asked.group) || !asked.group
        ? html` open`
        : ""
    }><summary>${title}</summary><ul>${groups
      .filter((one) => one.isObject === isObject)
      .map(
        ({ name, title: words }) =>
          html`<li>
            <a href="${link(name)}" ${name === asked.group && html` aria-current="page"`}>${words}</a>
          </li>`,
      )}</ul></details>`;
  return html`<!doctype html>
    <html lang="${language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <link rel="icon" href="/mark.svg" />
        <title>${t("title")}</title>
        <style>
          ${STYLE}
        </style>
      </head>
      <body>
        <a class="skip" href="#content">${t("skip")}</a>
        <header>
          <a href="/api/docs"><b>${t("title")}</b></a>
          <form role="search" action="/api/docs">
            <input
              type="search"
              name="q"
              value="${asked.q ?? ""}"
              placeholder="${t("search")}"
              aria-label="${t("search")}"
              accesskey="s"
            /><button>${t("find")}</button>
          </form>
          <a href="/api/openapi.json">OpenAPI 3.1</a>
        </header>
        <div class="both">
          <nav aria-label="${t("groups")}">${menu(t("objects"), true)}${menu(t("others"), false)}</nav>
          <main id="content">${body}</main>
        </div>
      </body>
    </html>`;
}
