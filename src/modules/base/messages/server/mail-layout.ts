import type { Language } from "../../../../shared/i18n/label.ts";
import { textOf } from "../../../../shared/i18n/label.ts";
import { messagesMessages } from "../shared/messages.messages.ts";

export interface MailLine {
  readonly text: string;
  readonly url: string | null;
}
export interface MailContent {
  readonly language: Language;
  /** Above the lines, where there is something to say; its line breaks are kept. */
  readonly lead?: string;
  readonly lines: readonly MailLine[];
  /** One thing to do, as a button. */
  readonly button?: { readonly label: string; readonly url: string };
  /** Below everything, small. A line with an address is a link. */
  readonly foot: readonly (string | MailLine)[];
}

const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
/** Only addresses of the web are links, whatever a text says. */
const safe = (url: string): string | null => (/^https?:\/\//.test(url) ? escaped(url) : null);

const FONT =
  "font-family:-apple-system,BlinkMacSystemFont,'Segoe UI','PingFang SC','Microsoft YaHei',sans-serif";
const INK = "#1f2329";
const QUIET = "#6b7280";
const ACCENT = "#1f6f5c";

/**
 * A mail as text and as HTML: one table, styles beside what wears them, nothing loaded from elsewhere, so that it
 * looks alike in every reader and tells nobody that it was opened. All that is given is text, never HTML.
 */
export function layOut(content: MailContent): { readonly text: string; readonly html: string } {
  return { text: asText(content), html: asHtml(content) };
}

function asText({ lead, lines, button, foot }: MailContent): string {
  const shown = lines.map(({ text, url }) => (url ? `${text}\n${url}` : text));
  const below = foot.map((one) => (typeof one === "string" ? one : `${one.text}: ${one.url ?? ""}`));
  const parts = [
    ...(lead ? [lead] : []),
    ...(shown.length > 0 ? [shown.join("\n\n")] : []),
    ...(button ? [`${button.label}: ${button.url}`] : []),
    ...(below.length > 0 ? [`-- \n${below.join("\n")}`] : []),
  ];
  return `${parts.join("\n\n")}\n`;
}

function asHtml({ language, lead, lines, button, foot }: MailContent): string {
  const open = textOf(messagesMessages.open, language);
  const rows = [
    ...(lead
      ? [row(escaped(lead).replaceAll("\n", "<br>"), `color:${INK};font-size:15px;line-height:24px`)]
      : []),
    ...lines.map((line) => row(lineHtml(line, open), LINE)),
    ...(button ? [row(buttonHtml(button), "padding-top:8px")] : []),
  ];
  return `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"></head>
<body style="margin:0;padding:0;background:#f4f5f7">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" style="background:#f4f5f7"><tr><td align="center" style="padding:24px 12px">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" style="max-width:560px;background:#ffffff;border-radius:8px;${FONT}"><tr><td style="padding:24px">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0">${rows.join("\n")}</table>
</td></tr></table>
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" style="max-width:560px;${FONT}"><tr><td style="padding:16px 24px;color:${QUIET};font-size:12px;line-height:18px">${foot.map(footHtml).join("<br>")}</td></tr></table>
</td></tr></table></body></html>`;
}
const LINE = `color:${INK};font-size:15px;line-height:22px;padding:10px 0;border-bottom:1px solid #eceef1`;
const row = (html: string, style: string): string => `<tr><td style="${style}">${html}</td></tr>`;
const link = (url: string, words: string, style = `color:${ACCENT}`): string => {
  const address = safe(url);
  return address ? `<a href="${address}" style="${style}">${escaped(words)}</a>` : escaped(words);
};
const lineHtml = ({ text, url }: MailLine, open: string): string =>
  url ? `${escaped(text)}<br>${link(url, open, `color:${ACCENT};font-size:13px`)}` : escaped(text);
const buttonHtml = ({ label, url }: NonNullable<MailContent["button"]>): string =>
  link(
    url,
    label,
    `display:inline-block;background:${ACCENT};color:#ffffff;text-decoration:none;border-radius:6px;padding:10px 20px;font-size:15px`,
  );
const footHtml = (one: string | MailLine): string =>
  typeof one === "string"
    ? escaped(one)
    : one.url
      ? link(one.url, one.text, `color:${QUIET}`)
      : escaped(one.text);
