import { textOf, type Language } from "../../shared/i18n/label.ts";
import type { Context } from "../kernel/context.ts";
import type { Route } from "./route.ts";

const escape = (text: string): string =>
  text.replace(
    /[&<>"]/g,
    (char) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" })[char] ?? char,
  );

/** A readable page of the API, made from the same routes and catalog as the OpenAPI document; no script. */
export function docsPage(context: Context, routes: readonly Route[]): string {
  const { language } = context;
  const words = (zh: string, en: string) => (language === "zh-CN" ? zh : en);
  const rows = routes
    .map(
      (route) =>
        `<tr><td><code>${route.method}</code></td><td><code>/api/v1${escape(route.path)}</code></td><td>${escape(route.summary[language])}</td></tr>`,
    )
    .join("");
  const objects = [...context.catalog.objects.values()].filter((object) => !object.internal);
  const sections = objects
    .map(
      (object) =>
        `<section id="${object.name}"><h3>${escape(textOf(object.label, language))} <code>${object.name}</code></h3><table>${object.fields
          .filter((field) => !field.hidden && !field.internal)
          .map(
            (field) =>
              `<tr><td><code>${field.name}</code></td><td>${escape(field.kind)}</td><td>${escape(textOf(field.label, language))}</td><td>${escape(textOf(field.description, language))}</td></tr>`,
          )
          .join("")}</table></section>`,
    )
    .join("");
  return `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Sluice API</title><style>${STYLE}</style></head><body>
<h1>${words("渠成 · 开放 API", "Sluice · Public API")}</h1><p>${words("机器可读的说明：", "Machine-readable description:")} <a href="/api/openapi.json">/api/openapi.json</a></p>
<h2>${words("API", "Endpoints")}</h2><table>${rows}</table><h2>${words("对象与字段", "Objects and fields")}</h2><p>${objects.map((object) => `<a href="#${object.name}">${escape(textOf(object.label, language as Language))}</a>`).join(" · ")}</p>${sections}</body></html>`;
}
const STYLE = `body{font:14px/1.6 system-ui,"PingFang SC","Microsoft YaHei",sans-serif;color:#1d2b2a;max-width:1000px;margin:32px auto;padding:0 16px}
table{border-collapse:collapse;width:100%}td{border-bottom:1px solid #e3e8e7;padding:6px 10px 6px 0;vertical-align:top}code{font-size:13px;color:#0b7a75}a{color:#0b7a75}h3{margin-top:32px}`;
