const q = encodeURIComponent;

/** What is asked of both versions: who asks (a name of `record.mjs`), and what. */
export function questionsOf({ people, records, pipelines, rest, runs, between }) {
  const { deals, pipeline, shipped, requests } = pipelines;
  const account = `/records/account/${records.first}`;
  const deal = `/records/opportunity/${deals.waiting}`;
  const few = `filter=${q('!startswith(name, "批量")')}`;
  const window = { object: "opportunity", from: "2026-01-01", to: "2027-12-31" };
  return [
    ...lists(few, between),
    ...ofRecords(account, deal, records, deals, shipped),
    [
      "admin",
      "GET",
      `/permissions/explain?user=${people.ben.id}&object=account&record=${records.first}&action=update`,
    ],
    ["auditor", "GET", `/permissions/readers?object=account&record=${records.first}`],
    ["anna", "GET", `/pipelines/${pipeline}`],
    ["admin", "GET", `/pipelines/${pipeline}/versions`],
    ["admin", "GET", `/pipelines/${pipeline}/exceptions`],
    ["admin", "GET", `/pipelines/${pipeline}/overrides?from=2026-01-01&to=2027-12-31`],
    ["admin", "POST", `/pipelines/${pipeline}/simulate`, { from: "2026-01-01", to: "2026-12-31" }],
    ["chief", "GET", "/approvals?box=decide"],
    ["anna", "GET", `/approvals/${requests.waiting}`],
    ["anna", "GET", `/approvals/${requests.refused}`],
    ...["funnel", "win_rate", "loss"].map((kind) => [
      "admin",
      "POST",
      `/insight/${kind}`,
      { ...window, mode: "flow" },
    ]),
    ["admin", "POST", "/insight/movement", window],
    ...rest.baselines.map((id) => ["admin", "GET", `/insight/baselines/${id}`]),
    ...Object.values(runs.imports).flatMap((id) => [
      ["admin", "GET", `/imports/${id}`],
      ["admin", "GET", `/imports/${id}/rows?outcome=failed`],
    ]),
    ["admin", "GET", `/imports/${runs.imports.partly}/errors.csv`],
    ["admin", "GET", `/jobs/${runs.bulk}`],
    ["admin", "GET", `/personal-data/contact/${records.contacts[0]}`],
    ["admin", "GET", `/audit/changes?object=account&record=${records.first}`],
    ["admin", "GET", `/handovers/${people.leaver.id}`],
  ];
}

const lists = (few, between) => [
  ["anna", "GET", "/me"],
  ["anna", "GET", "/abilities"],
  ["anna", "GET", `/records/account?${few}&sort=name&titles=1&count=exact`],
  ["ben", "GET", `/records/account?${few}&sort=name`],
  ["auditor", "GET", "/records/contact?sort=name&titles=1"],
  ["narrow", "GET", `/records/account?${few}&sort=name&fields=name,revenue,machines_c,grade_c`],
  ["whole", "GET", "/records/opportunity?sort=name&limit=50&expand=account"],
  ["whole", "GET", `/records/account?${few}&sort=name&as_of=${between}`],
  ...[
    "lead",
    "contact",
    "product",
    "price_book",
    "price_book_entry",
    "machine_c",
    "item_c",
    "purchase_c",
  ].map(plain),
  ...["note", "activity", "task", "file", "form", "form_response", "tag", "competitor", "exchange_rate"].map(
    plain,
  ),
  ...["department", "team", "role", "share", "sharing_rule", "view", "erasure_request", "user"].map(plain),
  ["anna", "GET", "/records/view?sort=name"],
  ["admin", "GET", "/records/account?deleted=1&sort=name"],
  ["admin", "GET", `/search?q=${q("恒润")}`],
  ["anna", "GET", `/search?q=${q("hengrun")}`],
  ["admin", "GET", "/objects?deleted=true"],
  ["admin", "GET", "/definitions/deleted-fields"],
  ["admin", "GET", "/definitions/problems"],
  ["admin", "GET", "/definitions/package"],
  ["admin", "GET", "/settings/company"],
  ["admin", "GET", "/settings/security"],
  ["admin", "GET", "/settings/calendar?year=2027"],
  ["admin", "GET", "/api-keys"],
  ["admin", "GET", "/audit/seals"],
  ["anna", "GET", "/notifications?limit=50"],
  ["chief", "GET", "/notifications?limit=50"],
  ["acme", "GET", "/records/account"],
  ["whole", "GET", "/changes?cursor=0&limit=12"],
  [
    "admin",
    "POST",
    "/records/opportunity/aggregate",
    { group_by: [{ field: "stage" }], measures: [{ fn: "count" }, { fn: "sum", field: "amount" }] },
  ],
];
const plain = (object) => ["admin", "GET", `/records/${object}?sort=id&limit=50`];

const ofRecords = (account, deal, records, deals, shipped) => [
  ...["", "/changes", "/timeline?limit=8", "/versions", "/history?field=name", "/sharing"].map((part) => [
    "admin",
    "GET",
    account + part,
  ]),
  ["anna", "GET", `${account}?titles=1`],
  ...["", "/transitions", "/visits", "/approvals", "/exceptions", "/changes"].map((part) => [
    "anna",
    "GET",
    deal + part,
  ]),
  ...["approved", "excused", "refused"].flatMap((name) => [
    ["admin", "GET", `/records/opportunity/${deals[name]}`],
    ["admin", "GET", `/records/opportunity/${deals[name]}/visits`],
  ]),
  ...shipped.slice(0, 4).map((id) => ["admin", "GET", `/records/opportunity/${id}/versions`]),
  ["anna", "GET", `/files/${records.file}/content`],
  ["admin", "POST", "/records/account/duplicates", { values: { name: "恒润精密" } }],
];
