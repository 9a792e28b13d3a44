/** Shares, a sharing rule, frozen figures, periods of retention, erasures, a calendar. */
export async function makeRest({ admin, other, ben, team, south, leaver }, records, { pipeline, shipped }) {
  await admin.make("share", {
    regarding: { object: "account", id: records.first },
    to: { object: "user", id: ben.id },
    level: "edit",
    duty: "presales",
    reason: "联合投标",
  });
  await admin.make("share", {
    regarding: { object: "opportunity", id: shipped[0] },
    to: { object: "team", id: team.id },
    level: "read",
    expires_at: "2099-01-01T00:00:00Z",
  });
  await admin.make("sharing_rule", {
    name: "大额给华南",
    object: "opportunity",
    criteria: "amount >= 1000000",
    to: { object: "department", id: south.id },
    level: "read",
  });
  const window = { object: "opportunity", from: "2026-01-01", to: "2027-12-31" };
  const baselines = [];
  for (const [metric, body] of Object.entries({
    funnel: { ...window, mode: "flow", group_by: "owner" },
    win_rate: { ...window, mode: "flow" },
    movement: window,
  }))
    baselines.push(
      (await admin.post("/insight/baselines", { name: `基准 ${metric}`, metric, body })).data.id,
    );
  await admin.post(`/pipelines/${pipeline}/simulate`, { from: "2026-01-01", to: "2026-12-31" });
  await admin.patch("/settings/retention", { days: { access_log: 3650, notifications: 3650, jobs: 3650 } });
  await admin.put("/settings/calendar", {
    year: 2027,
    days: [{ date: "2027-03-12", working: false, name: "厂庆" }],
  });
  await admin.patch("/settings/security", { second_factor: "nobody" });
  const [waiting, gone] = [records.contacts[2], records.contacts[3]];
  const ask = (id) =>
    admin.post("/erasures", {
      object: "contact",
      id,
      legal_basis: "asked",
      reason: "来信要求",
      attachments: false,
    });
  const erasure = (await ask(gone)).data.id;
  await other.client.post(`/erasures/${erasure}/decision`, { approve: true });
  const asked = (await ask(waiting)).data.id;
  await leaver.client.make("view", { name: "离职者的视图", object: "account", visibility: "private" });
  return { baselines, erased: gone, asked };
}
