import { expect, test } from "vitest";
import { ownPath } from "./own-path.ts";

test("after signing in one lands on a path of this site, whatever the address says", () => {
  const paths = ["/", "/records/account?filter=x#top", "/records/account/1"];
  expect(paths.map(ownPath)).toEqual(paths);
  const outside = [
    "//evil.invalid",
    "/\\evil.invalid/",
    "/\t/evil.invalid",
    "/\n/evil.invalid",
    "https://evil.invalid",
    "javascript:alert(1)",
    "/./\\evil.invalid",
    "/.//evil.invalid",
    "evil",
    "",
    null,
  ];
  for (const to of outside) expect(ownPath(to), JSON.stringify(to)).toMatch(/^\/(?![/\\])/);
});
