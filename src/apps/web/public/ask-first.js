// Asks for what every page needs, and for the record of a record's page, while the program itself is still on its
// way. src/ui/data/asked-first.ts takes the answers; what is not taken is lost, and asked for again.
(() => {
  const kept = localStorage.getItem("sluice.language");
  const isChinese = kept ? kept === "zh-CN" : navigator.language.toLowerCase().startsWith("zh");
  const headers = {
    Accept: "application/json",
    "Accept-Language": isChinese ? "zh-CN" : "en",
    "X-Sluice-Road": "form",
  };
  const bodyOf = async (answer) => ({ status: answer.status, body: await answer.json() });
  const [, object, id] = /^\/records\/([a-z0-9_]+)\/([0-9a-f-]{36})$/.exec(location.pathname) ?? [];
  const paths = ["/objects", "/records/follow?fields=regarding&sort=-created_at&limit=500&titles=1"];
  if (id && !/[?&]as_of=/.test(location.search)) paths.push(`/records/${object}/${id}?titles=1`);
  const together = fetch("/api/v1/reads", {
    method: "POST",
    headers: { ...headers, "Content-Type": "application/json" },
    body: JSON.stringify({ paths }),
  }).then(bodyOf);
  const nothing = () => null;
  const asked = new Map([["/session", fetch("/api/v1/session", { headers }).then(bodyOf).catch(nothing)]]);
  paths.forEach((path, at) => asked.set(path, together.then(({ body }) => body.data[at]).catch(nothing)));
  window.sluiceAskedFirst = asked;
  // What nobody has taken by then would be out of date.
  setTimeout(() => asked.clear(), 15_000);
})();
