import type { Reply } from "../app.ts";
import {
  account,
  asked,
  contact,
  deal,
  each,
  frozen,
  NOTHING,
  outsideReply,
  pipeline,
  spy,
  type Road,
} from "./leak-world.ts";

const insight =
  (kind: string, more: object = {}) =>
  () => [
    spy.post(`/insight/${kind}`, {
      object: "opportunity",
      from: "2020-01-01",
      to: "2030-12-31",
      mode: "cohort",
      ...more,
    }),
    spy.post(`/insight/${kind}`, {
      object: "opportunity",
      from: "2020-01-01",
      to: "2030-12-31",
      mode: "flow",
      group_by: "next_step",
      ...more,
    }),
  ];
/** A link to the spy’s own consent: what it shows is what the spy may see. */
const ownLink = () => ({
  purpose: "approval",
  object: "approval_request",
  record: asked.request,
  person: spy.id,
});
async function byLink(method: "GET" | "POST", what: string, body?: object): Promise<Reply> {
  const made = await spy.post("/links", ownLink());
  const token = String(made.json.url).split("/p/")[1];
  return outsideReply(method, `/api/public/${token}${what}`, body);
}

/** The endpoints of pipelines, figures, approvals and what is done with people and their data. */
export const PROCESS_ROADS: Readonly<Record<string, Road>> = {
  "GET /records/:object/:id/transitions": () => [spy.get(`/records/opportunity/${deal}/transitions`)],
  "POST /records/:object/:id/transitions": () => [
    spy.post(`/records/opportunity/${deal}/transitions`, { to: "won" }),
  ],
  "POST /records/:object/:id/transitions/undo": () =>
    [1, 2, 3].map((version) => spy.post(`/records/opportunity/${deal}/transitions/undo`, { version })),
  "POST /records/:object/:id/gate": () => [
    spy.post(`/records/opportunity/${deal}/gate`, { to: "won" }),
    spy.post(`/records/opportunity/${deal}/gate`, { stage: "won" }),
  ],
  "GET /records/:object/:id/visits": () => [spy.get(`/records/opportunity/${deal}/visits`)],
  "GET /records/:object/:id/sharing": () => each((object, id) => `/records/${object}/${id}/sharing`),
  "GET /records/:object/:id/exceptions": () => each((object, id) => `/records/${object}/${id}/exceptions`),
  "GET /pipelines": () => [spy.get("/pipelines?object=opportunity")],
  "GET /pipelines/:id": () => [spy.get(`/pipelines/${pipeline}`)],
  "GET /pipelines/:id/overrides": () => [spy.get(`/pipelines/${pipeline}/overrides`)],
  "GET /pipelines/:id/exceptions": () => [spy.get(`/pipelines/${pipeline}/exceptions`)],
  "POST /pipelines/:id/simulate": () => [
    spy.post(`/pipelines/${pipeline}/simulate`, { from: "2020-01-01", to: "2030-12-31" }),
  ],
  "GET /pipelines/:id/simulations/:run": NOTHING(
    "its run is asked for by whoever started it; what it lists are counts and records through the list",
  ),
  "GET /pipelines/:id/dwell-norms": () => [spy.get(`/pipelines/${pipeline}/dwell-norms`)],
  "POST /insight/funnel": insight("funnel"),
  "POST /insight/cycle": insight("cycle"),
  "POST /insight/dwell": insight("dwell"),
  "POST /insight/win_rate": insight("win_rate"),
  "POST /insight/loss": insight("loss"),
  "POST /insight/movement": insight("movement"),
  "GET /home/deals": () => [spy.get("/home/deals?whose=all"), spy.get("/home/deals?whose=subordinates")],
  "GET /first-steps": () => [spy.get("/first-steps")],
  "GET /demo": () => [spy.get("/demo")],
  "POST /demo": () => [spy.post("/demo", {})],
  "GET /demo/removal": () => [spy.get("/demo/removal")],
  "POST /demo/removal": () => [spy.post("/demo/removal", {})],
  "GET /home/numbers": () => [
    spy.get(`/home/numbers?about=account:${account},contact:${contact},opportunity:${deal}`),
  ],
  "GET /personal-data/:object/:id": () => each((object, id) => `/personal-data/${object}/${id}`),
  "GET /erasures/preview": () => each((object, id) => `/erasures/preview?object=${object}&id=${id}`),
  "POST /erasures": () => [spy.post("/erasures", { object: "contact", id: contact, reason: "x" })],
  "POST /erasures/:id/decision": () => [spy.post(`/erasures/${contact}/decision`, { decision: "refuse" })],
  "GET /handovers/:user": () => [spy.get(`/handovers/${spy.id}`)],
  "POST /handovers/:user": () => [spy.post(`/handovers/${spy.id}`, { to: spy.id })],
  "POST /insight/baselines": insight("baselines", { name: "数据快照" }),
  "GET /insight/baselines/:id": () => [
    spy.get(`/insight/baselines/${deal}`),
    ...frozen.map((id) => spy.get(`/insight/baselines/${id}`)),
  ],
  "GET /insight/baselines/:id/compare/:other": () => [
    spy.get(`/insight/baselines/${deal}/compare/${deal}`),
    spy.get(`/insight/baselines/${frozen.join("/compare/")}`),
  ],
  "POST /transfers": () => [spy.post("/transfers", { object: "opportunity", ids: [deal], to: spy.id })],
  "GET /messages": () => [spy.get("/messages"), spy.get("/messages?channel=mail")],
  "POST /messages/:id/retry": () => [spy.post(`/messages/${deal}/retry`)],
  "GET /settings/mail": NOTHING("settings of the company, no records; needs settings.manage"),
  "PATCH /settings/mail": NOTHING("settings of the company, no records; needs settings.manage"),
  "POST /settings/mail/test": NOTHING("a mail that says nothing; needs settings.manage"),
  "GET /me/notification-preferences": () => [spy.get("/me/notification-preferences")],
  "PUT /me/notification-preferences": NOTHING("how one wants to be told oneself, no records"),
  "POST /chat-robots/:id/test": NOTHING("says a fixed sentence in a group; needs settings.manage"),
  "GET /mail-refusals": () => [spy.get("/mail-refusals")],
  "DELETE /mail-refusals/:address": NOTHING("takes a mark off an address; needs people.manage"),
  "GET /notifications": () => [spy.get("/notifications")],
  "GET /approvals": () => [
    spy.get("/approvals"),
    spy.get("/approvals?box=decide"),
    spy.get(`/approvals?record=${asked.deal}`),
  ],
  "GET /approvals/:id": () => [spy.get(`/approvals/${asked.request}`)],
  "GET /records/:object/:id/approvals": () => [
    ...each((object, id) => `/records/${object}/${id}/approvals`),
    ...["approvals", "changes", "timeline", "transitions"].map((what) =>
      spy.get(`/records/opportunity/${asked.deal}/${what}`),
    ),
  ],
  "POST /approvals/:id/approve": () => [
    spy.post(`/approvals/${deal}/approve`),
    spy.post(`/approvals/${asked.request}/approve`, { seen: "x" }),
  ],
  "POST /approvals/:id/refuse": () => [
    spy.post(`/approvals/${deal}/refuse`, { comment: "x" }),
    spy.post(`/approvals/${asked.request}/refuse`, { comment: "x" }),
  ],
  "POST /approvals/:id/withdraw": () => [spy.post(`/approvals/${deal}/withdraw`)],
  "POST /links": () => [spy.post("/links", ownLink())],
  "DELETE /links/:id": () => [spy.delete(`/links/${asked.request}`)],
  "GET /links": () => [spy.get("/links"), spy.get(`/links?record=${asked.request}`)],
  "GET /public/:token": () => [byLink("GET", "")],
  "POST /public/:token/act": () => [byLink("POST", "/act", { verb: "refuse", comment: "x", seen: "x" })],
  "GET /timers": () => [spy.get("/timers"), spy.get("/timers?state=failed")],
  "POST /timers/:id/retry": () => [spy.post(`/timers/${deal}/retry`)],
  "POST /records/:object/:id/hand-over": () => [
    spy.post(`/records/account/${account}/hand-over`, {
      subject: "x",
      collaborator: spy.id,
      fields: ["website", "phone"],
    }),
  ],
  "POST /collaborations/:id/take-back": () => [spy.post(`/collaborations/${deal}/take-back`)],
  "GET /collaborators": () => [spy.get("/collaborators")],
  "GET /collaborations": () => [spy.get("/collaborations")],
  "GET /collaborations/:id": () => [spy.get(`/collaborations/${deal}`)],
  "POST /collaborations/:id/result": () => [
    spy.post(`/collaborations/${deal}/result`, { result: "x", done: false }),
  ],
  "POST /collaborations/:id/comments": () => [spy.post(`/collaborations/${deal}/comments`, { text: "x" })],
  "GET /access-log": () => [spy.get("/access-log")],
  "GET /users": () => [spy.get("/users"), spy.get("/users?state=none")],
  "GET /me": () => [spy.get("/me")],
};
